package dev.ticketing.auth.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lasts.
 *
 * @param idle since it was last renewed
 * @param longest since it began, however often it was renewed
 */
public record SessionRules(Duration idle, Duration longest) {

  Instant expiry(Instant begin, Instant renewed) {
    Instant ifIdle = renewed.plus(idle);
    Instant anyway = begin.plus(longest);
    return ifIdle.isBefore(anyway) ? ifIdle : anyway;
  }
}
