package dev.ticketing.auth.application.provider;

import static dev.ticketing.auth.application.provider.SignInFailure.Reason.DENIED;
import static dev.ticketing.auth.application.provider.SignInFailure.Reason.EXPIRED;
import static dev.ticketing.auth.application.provider.SignInFailure.Reason.FAILED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/**
 * Begins attempts to sign in elsewhere, and lets each come back once, in time, and to the browser
 * that began it. Should the server die after that and before the session has begun, the person has
 * to begin again; nothing was done for him.
 */
@ApplicationScoped
public class Attempts {

  /** How long somebody may take at the provider. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final int SECRET_BYTES = 32;
  private static final String ACCESS_DENIED = "access_denied";

  private final SecureRandom random = new SecureRandom();
  private SpentAttempts spent;
  private Clock clock;

  /** For the container's proxy. */
  protected Attempts() {}

  @Inject
  public Attempts(SpentAttempts spent, Clock clock) {
    this.spent = spent;
    this.clock = clock;
  }

  /**
   * @param linkUserId the user who wants to link the provider, null for a sign-in
   */
  public Attempt begin(String returnTo, String linkUserId) {
    return new Attempt(
        secret(),
        secret(),
        secret(),
        ReturnPath.checked(returnTo),
        linkUserId,
        clock.instant().plus(LIFETIME));
  }

  /** Whether this is the browser's way back from this attempt; tells a forged one apart. */
  public boolean isAnswered(Attempt attempt, Callback callback) {
    return callback.state() != null && isEqual(attempt.state(), callback.state());
  }

  /**
   * Accepts an attempt's way back, which is then spent.
   *
   * @throws SignInFailure EXPIRED when it is late or came before; DENIED or FAILED when the
   *     provider says no
   */
  public void accept(Attempt attempt, Callback callback) {
    boolean inTime = clock.instant().isBefore(attempt.expiresAt());
    if (!inTime
        || !isAnswered(attempt, callback)
        || !spent.spend(attempt.state(), attempt.expiresAt())) {
      throw new SignInFailure(EXPIRED);
    }
    if (callback.error() != null) {
      throw new SignInFailure(ACCESS_DENIED.equals(callback.error()) ? DENIED : FAILED);
    }
    if (callback.code() == null) {
      throw new SignInFailure(FAILED);
    }
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean isEqual(String ours, String given) {
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
