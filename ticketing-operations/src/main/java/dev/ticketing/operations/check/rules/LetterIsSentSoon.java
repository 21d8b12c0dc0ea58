package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * A letter reaches the mail server soon, and none is given up on. One that has not failed and is
 * due later is in a server's hands.
 */
public final class LetterIsSentSoon implements Rule {

  private final Duration bound;
  private final Clock clock;

  public LetterIsSentSoon(Duration bound, Clock clock) {
    this.bound = bound;
    this.clock = clock;
  }

  @Override
  public Place subjects() {
    return Place.LETTERS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.LETTERS);
  }

  @Override
  public Optional<Violation> examine(Document letter, Batch batch) {
    String reason = letter.get("reason", "not tried");
    Date dead = letter.getDate("deadAt");
    if (dead != null) {
      return Violation.of(
          "a letter that is sent", "one given up at %s: %s".formatted(dead.toInstant(), reason));
    }
    Date posted = letter.getDate("postedAt");
    boolean inHand =
        letter.getInteger("failures", 0) == 0
            && letter.getDate("dueAt").toInstant().isAfter(clock.instant());
    return !inHand && posted.toInstant().isBefore(clock.instant().minus(bound))
        ? Violation.of(
            "nothing unsent for " + bound,
            "a letter of %s: %s".formatted(posted.toInstant(), reason))
        : Optional.empty();
  }
}
