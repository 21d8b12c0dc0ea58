package dev.ticketing.auth.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * A token that was sent and not used yet, as far as we remember it.
 *
 * @param hash of the token
 * @param expiresAt from then on it is good for nothing
 */
record PendingToken(String hash, Instant expiresAt) {

  private static final String SEPARATOR = "@";

  static PendingToken of(OneTimeToken token, Instant expiresAt) {
    return new PendingToken(token.hash(), expiresAt);
  }

  /** What {@link #toString} has written. */
  static PendingToken parse(String text) {
    String[] parts = text.split(SEPARATOR);
    return new PendingToken(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])));
  }

  boolean isMetBy(OneTimeToken token, Instant now) {
    boolean same =
        MessageDigest.isEqual(
            hash.getBytes(StandardCharsets.US_ASCII),
            token.hash().getBytes(StandardCharsets.US_ASCII));
    return same && now.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return hash + SEPARATOR + expiresAt.toEpochMilli();
  }
}
