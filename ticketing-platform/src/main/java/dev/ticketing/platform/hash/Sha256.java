package dev.ticketing.platform.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** What stands for a content and does not tell it: equal for equal content only. */
public final class Sha256 {

  private Sha256() {}

  /** In 64 hexadecimal digits. */
  public static String inHex(byte[] content) {
    return HexFormat.of().formatHex(of(content));
  }

  /** Of the text in UTF-8. */
  public static String inHex(String content) {
    return inHex(content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * In 43 characters of Base64 for URLs.
   *
   * @param parts one after the other, with nothing in between
   */
  public static String inBase64(byte[]... parts) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(of(parts));
  }

  /** Of the text in UTF-8. */
  public static String inBase64(String content) {
    return inBase64(content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
