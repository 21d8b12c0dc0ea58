package dev.ticketing.platform.audit;

import java.time.Instant;

/**
 * One act, as it is kept.
 *
 * @param id 24 hexadecimal characters that begin with the time; an entry that is written twice is
 *     one entry
 * @param what an event of the product, such as OrderCreated, or an act that has none, such as
 *     SignIn
 * @param subject the id of what it was done to, or null
 * @param detail what else an auditor needs, or null; never a secret
 */
public record AuditEntry(
    String id,
    Instant at,
    String what,
    Outcome outcome,
    RequestOrigin origin,
    String subject,
    String detail) {

  /** What came of an act. */
  public enum Outcome {
    DONE,
    REFUSED
  }
}
