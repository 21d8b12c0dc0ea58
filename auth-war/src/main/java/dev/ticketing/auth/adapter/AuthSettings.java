package dev.ticketing.auth.adapter;

import dev.ticketing.auth.domain.SessionRules;
import dev.ticketing.platform.session.TokenLifetime;
import dev.ticketing.platform.time.LengthSetting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator can set for this domain. */
@ApplicationScoped
public class AuthSettings {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final LengthSetting IDLE =
      new LengthSetting("REFRESH_LIFETIME", SHORTEST, LONGEST);
  private static final LengthSetting ALTOGETHER =
      new LengthSetting("SESSION_LIFETIME", SHORTEST, LONGEST);

  @Produces
  @Singleton
  TokenLifetime tokenLifetime(
      @ConfigProperty(name = TokenLifetime.VARIABLE, defaultValue = TokenLifetime.DEFAULT)
          String text) {
    return TokenLifetime.parse(text);
  }

  @Produces
  @Singleton
  SessionRules sessionRules(
      @ConfigProperty(name = "REFRESH_LIFETIME", defaultValue = "P30D") String idle,
      @ConfigProperty(name = "SESSION_LIFETIME", defaultValue = "P90D") String longest) {
    return new SessionRules(IDLE.parse(idle), ALTOGETHER.parse(longest));
  }
}
