package dev.ticketing.devstack.stripe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request to the API as it came in: its id, what it asks for, with which key and credentials, and
 * where the client found the sandbox.
 */
record ApiRequest(
    String id,
    String method,
    String path,
    Params params,
    String authorization,
    String idempotencyKey,
    String origin) {

  /** Requests with one fingerprint ask for the same thing. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String text = method + ' ' + path + ' ' + params.canonical();
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
