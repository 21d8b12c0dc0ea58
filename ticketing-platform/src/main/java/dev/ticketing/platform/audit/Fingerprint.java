package dev.ticketing.platform.audit;

import dev.ticketing.platform.hash.Sha256;

/**
 * Stands for a text that must not be written down, such as the e-mail address of a sign-in that was
 * refused: the same text has the same fingerprint, so attempts at one account can be told together,
 * and whoever knows the text can look for it.
 */
public final class Fingerprint {

  private static final int CHARACTERS = 16;

  private Fingerprint() {}

  public static String of(String text) {
    return Sha256.inHex(text).substring(0, CHARACTERS);
  }
}
