package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.provider.SignInFailure;
import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells the log what goes wrong with the providers, once a minute for each reason: a wrong secret
 * must not go unnoticed, but anybody can come back with a code that he has made up.
 */
final class ProviderTrouble {

  private static final System.Logger LOG = System.getLogger(ProviderTrouble.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int LONGEST = 200;

  private final Map<Reason, Instant> nextReport = new EnumMap<>(Reason.class);
  private final Clock clock;

  ProviderTrouble(Clock clock) {
    this.clock = clock;
  }

  /**
   * @return whether it was reported; what people bring about themselves never is
   */
  synchronized boolean report(SignInFailure failure) {
    Instant now = clock.instant();
    if (failure.getCause() == null
        || now.isBefore(nextReport.getOrDefault(failure.reason(), Instant.MIN))) {
      return false;
    }
    nextReport.put(failure.reason(), now.plus(PAUSE));
    LOG.log(
        System.Logger.Level.WARNING,
        "A sign-in through a provider ended as {0}: {1}",
        failure.reason().code(),
        plain(failure.getCause()));
    return true;
  }

  /** In one line: some of it is the provider's text. */
  static String plain(Throwable failure) {
    Throwable origin = failure.getCause() == null ? failure : failure.getCause();
    String text = failure.getMessage() + " (" + origin.getClass().getSimpleName() + ")";
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
