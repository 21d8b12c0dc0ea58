package dev.ticketing.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Begins sessions and carries them on. A session is not stored anywhere: its token says it all,
 * until it expires or {@link SignOut} ends it.
 */
@ApplicationScoped
public class Sessions {

  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private Tokens tokens;
  private Clock clock;
  private Duration lifetime;

  /** For the container's proxy. */
  protected Sessions() {}

  /**
   * @param lifetimeMinutes how long a token is good, from {@code TOKEN_LIFETIME}
   */
  @Inject
  public Sessions(
      Tokens tokens,
      Clock clock,
      @ConfigProperty(name = "TOKEN_LIFETIME", defaultValue = "60") int lifetimeMinutes) {
    if (lifetimeMinutes < 1) {
      throw new IllegalArgumentException("TOKEN_LIFETIME must be at least one minute");
    }
    this.tokens = tokens;
    this.clock = clock;
    this.lifetime = Duration.ofMinutes(lifetimeMinutes);
  }

  /** The token of a new session. */
  public String begin(UserView user) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return renew(user, Base64.getUrlEncoder().withoutPadding().encodeToString(id));
  }

  /** A further token of a session, which says what is now true of its user. */
  public String renew(UserView user, String sessionId) {
    return tokens.sign(user, sessionId, clock.instant().plus(lifetime));
  }

  /** From one token's issue to its expiry. */
  public Duration lifetime() {
    return lifetime;
  }
}
