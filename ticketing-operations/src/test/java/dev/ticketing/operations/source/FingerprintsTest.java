package dev.ticketing.operations.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

  @Test
  void whatWasAddedIsKnownAgainAndNothingElse() {
    Fingerprints prints = new Fingerprints();
    IntStream.range(0, 5_000).forEach(i -> prints.add("pi_" + i));

    assertTrue(IntStream.range(0, 5_000).allMatch(i -> prints.contains("pi_" + i)));
    assertFalse(IntStream.range(5_000, 10_000).anyMatch(i -> prints.contains("pi_" + i)));
    prints.add("pi_9999");
    assertTrue(prints.contains("pi_9999"));
  }
}
