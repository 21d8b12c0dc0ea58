package dev.ticketing.operations.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ticketing.operations.check.rules.DeadLetterIsDealtWith;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class SuspectsTest {

  private static final int MANY = Suspects.MOST_KEPT + 1;

  private final ListedDocuments letters = new ListedDocuments();

  @Test
  void ofVeryManyViolationsAllAreCountedAndSomeKept() {
    letters.set(IntStream.range(0, MANY).mapToObj(i -> new Document("_id", "" + i)).toList());

    Report report = check(Duration.ofMillis(100));

    assertEquals(Map.of("Dead letter is dealt with", (long) MANY), report.violations());
    assertEquals(Suspects.MOST_KEPT, report.findings().size());
    assertFalse(report.isClean());
  }

  private Report check(Duration settling) {
    return new Checker(
            new Marketplace(Map.of(Place.DEAD_LETTERS, letters)),
            List.of(new DeadLetterIsDealtWith()),
            settling,
            Clock.systemUTC())
        .check();
  }
}
