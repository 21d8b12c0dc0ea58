package dev.ticketing.platform.session;

import dev.ticketing.platform.time.LengthSetting;
import java.time.Duration;
import java.time.Instant;

/**
 * How long an access token is good, which is also how long the end of a session has to be
 * remembered: the same on all servers.
 *
 * @param length from a token's issue to its expiry, at least a second and at most a day
 */
public record TokenLifetime(Duration length) {

  public static final String VARIABLE = "TOKEN_LIFETIME";
  public static final String DEFAULT = "10";

  private static final LengthSetting SETTING =
      new LengthSetting(VARIABLE, Duration.ofSeconds(1), Duration.ofDays(1));

  /** Clocks may differ, and a token may just be on its way to being signed. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  public TokenLifetime {
    SETTING.checked(length);
  }

  /**
   * @param text minutes, or an ISO 8601 duration such as PT5S
   * @throws IllegalArgumentException naming the setting when it is neither or out of bounds
   */
  public static TokenLifetime parse(String text) {
    return new TokenLifetime(SETTING.parse(text));
  }

  /** When no token is good any more of a session that ends at that time. */
  public Instant lastExpiry(Instant end) {
    return end.plus(length).plus(MARGIN);
  }

  /** What ended before has no good token left at that time. */
  public Instant firstThatMatters(Instant now) {
    return now.minus(length).minus(MARGIN);
  }
}
