package dev.ticketing.platform.limits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Names a counter shortly, whatever is counted under, without keeping an address or an e-mail. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(String limit, String subject, long window) {
    byte[] content = (limit + "\n" + window + "\n" + subject).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
