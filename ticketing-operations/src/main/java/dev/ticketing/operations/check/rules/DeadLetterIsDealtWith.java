package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Batch;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import dev.ticketing.operations.check.Violation;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** A message that a consumer gave up on was sent again or dismissed by an operator. */
public final class DeadLetterIsDealtWith implements Rule {

  @Override
  public Place subjects() {
    return Place.DEAD_LETTERS;
  }

  @Override
  public Set<Place> reads() {
    return Set.of(Place.DEAD_LETTERS);
  }

  @Override
  public Optional<Violation> examine(Document letter, Batch batch) {
    return Violation.of(
        "nothing left to deal with",
        letter.getString("kind")
            + " "
            + letter.getString("type")
            + " of "
            + letter.getString("key")
            + " from "
            + letter.getString("origin")
            + ": "
            + letter.getString("reason"));
  }
}
