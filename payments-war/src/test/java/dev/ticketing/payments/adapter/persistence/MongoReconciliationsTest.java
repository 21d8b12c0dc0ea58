package dev.ticketing.payments.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MongoReconciliationsTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

  @Test
  void theLatestBeginningCountsWhoeverIsDoneLast() {
    try (StoredPayments store = new StoredPayments()) {
      MongoReconciliations done = new MongoReconciliations(store.empty("reconciliations"));
      assertEquals(Optional.empty(), done.last());
      done.add(NOW);
      done.add(NOW.minusSeconds(60));
      assertEquals(Optional.of(NOW), done.last());
      done.add(NOW.plusSeconds(60));
      assertEquals(Optional.of(NOW.plusSeconds(60)), done.last());
    }
  }
}
