package dev.ticketing.auth.domain;

import dev.ticketing.platform.hash.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail says and nobody can guess: whoever shows it has read that user's mail. Written as the
 * user's id, a full stop and 32 random bytes in Base64 for URLs; only a hash of it is ever stored.
 */
public final class OneTimeToken {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{24})\\.([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String userId;
  private final String secret;

  private OneTimeToken(String userId, String secret) {
    this.userId = userId;
    this.secret = secret;
  }

  public static OneTimeToken next(String userId) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new OneTimeToken(userId, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * @return empty when the text has not the form of a token
   */
  public static Optional<OneTimeToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new OneTimeToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Whose it says it is. */
  public String userId() {
    return userId;
  }

  /** As the mail says it. */
  public String text() {
    return userId + "." + secret;
  }

  /** SHA-256 in hexadecimal. The token is random, so nothing slower is needed. */
  String hash() {
    return Sha256.inHex(text());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OneTimeToken[" + userId + "]";
  }
}
