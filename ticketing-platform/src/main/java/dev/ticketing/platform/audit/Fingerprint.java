package dev.ticketing.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Stands for a text that must not be written down, such as the e-mail address of a sign-in that was
 * refused: the same text has the same fingerprint, so attempts at one account can be told together,
 * and whoever knows the text can look for it.
 */
public final class Fingerprint {

  private static final int CHARACTERS = 16;

  private Fingerprint() {}

  public static String of(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
