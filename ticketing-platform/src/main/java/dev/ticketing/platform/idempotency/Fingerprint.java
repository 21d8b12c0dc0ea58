package dev.ticketing.platform.idempotency;

import dev.ticketing.platform.hash.Sha256;
import java.nio.charset.StandardCharsets;

/** Short names for what is too long, or too private, to be stored: equal for equal content only. */
final class Fingerprint {

  private Fingerprint() {}

  /** Of a request: the bytes of its body count as they were sent. */
  static String of(String method, String path, byte[] body) {
    return Sha256.inBase64((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8), body);
  }

  /** Of a user's key; no other user has the same. */
  static String of(String userId, IdempotencyKey key) {
    return Sha256.inBase64(userId + "\n" + key.value());
  }
}
