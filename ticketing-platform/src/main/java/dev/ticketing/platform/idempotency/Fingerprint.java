package dev.ticketing.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Short names for what is too long, or too private, to be stored: equal for equal content only. */
final class Fingerprint {

  private Fingerprint() {}

  /** Of a request: the bytes of its body count as they were sent. */
  static String of(String method, String path, byte[] body) {
    MessageDigest digest = sha256();
    digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
    return text(digest.digest(body));
  }

  /** Of a user's key; no other user has the same. */
  static String of(String userId, IdempotencyKey key) {
    return text(sha256().digest((userId + "\n" + key.value()).getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(byte[] hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
