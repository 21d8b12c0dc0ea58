package dev.ticketing.platform.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns();

  @Test
  void twoThreadsDoNotWorkOnOneAggregateAtOnce() {
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CompletableFuture<?>[] threads = new CompletableFuture<?>[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          CompletableFuture.runAsync(
              () -> {
                for (int round = 0; round < 200; round++) {
                  turns.take(
                      "same",
                      () -> {
                        most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                        Thread.yield();
                        return atWork.decrementAndGet();
                      });
                }
              });
    }
    CompletableFuture.allOf(threads).join();
    assertEquals(1, most.get());
  }

  @Test
  void whoHasWaitedLongGoesAhead() {
    String first =
        turns.take(
            "same",
            () -> CompletableFuture.supplyAsync(() -> turns.take("same", () -> "ahead")).join());
    assertEquals("ahead", first);
  }

  @Test
  void aTurnEndsWithItsFailure() {
    assertThrows(
        IllegalStateException.class,
        () ->
            turns.take(
                "same",
                () -> {
                  throw new IllegalStateException();
                }));
    assertFalse(CompletableFuture.supplyAsync(() -> turns.take("same", () -> false)).join());
  }
}
