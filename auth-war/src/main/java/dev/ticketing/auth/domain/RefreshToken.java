package dev.ticketing.auth.domain;

import dev.ticketing.platform.hash.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What renews a session, once. It names the session, and carries two secrets: one that all refresh
 * tokens of the session have in common, by which a spent one is told from one that was made up, and
 * one of its own. Only their hashes are stored.
 */
public final class RefreshToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 12;
  private static final int FAMILY_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final int BYTES = ID_BYTES + FAMILY_BYTES + SECRET_BYTES;

  private final byte[] bytes;

  private RefreshToken(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The first one of a session. */
  public static RefreshToken first(String sessionId) {
    ByteBuffer token = ByteBuffer.allocate(BYTES).put(HexFormat.of().parseHex(sessionId));
    return new RefreshToken(token.put(random(FAMILY_BYTES + SECRET_BYTES)).array());
  }

  /** The one that takes this one's place. */
  public RefreshToken next() {
    ByteBuffer token = ByteBuffer.allocate(BYTES).put(bytes, 0, ID_BYTES + FAMILY_BYTES);
    return new RefreshToken(token.put(random(SECRET_BYTES)).array());
  }

  /**
   * @param text as {@link #text} made it; empty when it cannot be that
   */
  public static Optional<RefreshToken> parse(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return bytes.length == BYTES ? Optional.of(new RefreshToken(bytes)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String sessionId() {
    return HexFormat.of().formatHex(bytes, 0, ID_BYTES);
  }

  /** Of what all tokens of the session have in common. */
  String familyHash() {
    return Sha256.inHex(Arrays.copyOfRange(bytes, ID_BYTES, ID_BYTES + FAMILY_BYTES));
  }

  /** Of this very token. */
  String hash() {
    return Sha256.inHex(bytes);
  }

  static boolean same(String hash, String other) {
    return MessageDigest.isEqual(hash.getBytes(), other.getBytes());
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** What the client gets: 80 characters that are safe in a cookie. */
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Without its secrets. */
  @Override
  public String toString() {
    return "RefreshToken[" + sessionId() + "]";
  }
}
