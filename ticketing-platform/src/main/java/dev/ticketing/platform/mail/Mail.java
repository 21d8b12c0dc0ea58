package dev.ticketing.platform.mail;

import java.util.regex.Pattern;

/**
 * A message as it is sent, in plain text. What could smuggle in a second address or header is
 * refused when it is made.
 *
 * @param to one bare address
 * @param text may hold secrets
 */
public record Mail(String to, String subject, String text) {

  private static final Pattern ONE_ADDRESS =
      Pattern.compile("[!-~&&[^,;:<>()\"\\\\\\[\\]@]]+@[A-Za-z0-9.-]+");
  private static final Pattern ONE_LINE = Pattern.compile("\\P{Cntrl}+");

  public Mail {
    if (!ONE_ADDRESS.matcher(to).matches()) {
      throw new IllegalArgumentException("Not one bare mail address");
    }
    if (!ONE_LINE.matcher(subject).matches()) {
      throw new IllegalArgumentException("A subject is one line");
    }
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Mail[" + subject + "]";
  }
}
