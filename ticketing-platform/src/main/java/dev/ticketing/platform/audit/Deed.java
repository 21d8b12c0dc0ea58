package dev.ticketing.platform.audit;

import dev.ticketing.platform.audit.AuditEntry.Outcome;

/**
 * An act that no event of an aggregate tells of, to be written down by {@link Audit}.
 *
 * @param what its name, such as SignIn
 * @param userId who did it, or null for whoever sent the request
 * @param subject the id of what it was done to, or null
 * @param detail never a secret; an address of a person only as {@link Fingerprint}
 * @param flood whether anybody can have it written as often as they like: of those that are alike
 *     one is kept for each minute and address
 */
public record Deed(
    String what, Outcome outcome, String userId, String subject, String detail, boolean flood) {

  public static Deed done(String what, String subject) {
    return new Deed(what, Outcome.DONE, null, subject, null, false);
  }

  public static Deed refused(String what, String subject, String detail) {
    return new Deed(what, Outcome.REFUSED, null, subject, detail, false);
  }

  public Deed by(String user) {
    return new Deed(what, outcome, user, subject, detail, flood);
  }

  public Deed with(String more) {
    return new Deed(what, outcome, userId, subject, more, flood);
  }

  /** What anybody can cause without limit. */
  public Deed oncePerMinute() {
    return new Deed(what, outcome, userId, subject, detail, true);
  }
}
