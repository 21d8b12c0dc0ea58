package dev.ticketing.auth.domain;

import java.util.Locale;

/**
 * The e-mail address a user signs in with. One mailbox has one spelling here: without space around
 * it and in lower case. Only ASCII is admitted, so that no two characters look or fold alike.
 */
public final class Email {

  /** A dot-separated local part of at most 64 characters, and a host name with a domain. */
  public static final String SYNTAX =
      "(?=.{3,254}$)(?=[^@]{1,64}@)"
          + "[a-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
          + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)++[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  private Email() {}

  /** The one spelling of an address; text that cannot be an address stays as it is. */
  public static String normalised(String text) {
    if (text == null) {
      return null;
    }
    String stripped = text.strip();
    boolean ascii = stripped.chars().allMatch(c -> c < 128);
    return ascii ? stripped.toLowerCase(Locale.ROOT) : stripped;
  }
}
