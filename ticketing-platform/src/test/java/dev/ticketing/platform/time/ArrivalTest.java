package dev.ticketing.platform.time;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.platform.aggregate.Identifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

  private static final int PLACES = 32;
  private static final Instant NOW = Instant.parse("2027-05-01T19:30:00Z");
  private static final String YOUNG = Identifier.firstAt(NOW.minusSeconds(2));

  private final Arrival arrival = new Arrival(Clock.fixed(NOW, ZoneOffset.UTC));
  private final AtomicInteger lookups = new AtomicInteger();

  @Test
  void whatIsHereIsFoundAtOnce() {
    assertEquals(Optional.of(1), arrival.of(YOUNG, thereAtLookup(1)));
  }

  @Test
  void whatIsYoungAndNotYetHereIsWaitedFor() {
    assertEquals(Optional.of(4), arrival.of(YOUNG, thereAtLookup(4)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_600, -11, 11, 3_600})
  void whatIsNotYoungIsHereOrDoesNotExist(long age) {
    String id = Identifier.firstAt(NOW.minusSeconds(age));
    assertEquals(Optional.empty(), arrival.of(id, thereAtLookup(2)));
    assertEquals(1, lookups.get());
  }

  @Test
  void whatDoesNotComeIsGivenUpAfterAFewSeconds() {
    long begin = System.nanoTime();
    assertEquals(Optional.empty(), arrival.of(YOUNG, thereAtLookup(Integer.MAX_VALUE)));
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    assertTrue(seconds >= 3 && seconds < 20, seconds + " s");
  }

  @Test
  void whoeverIsInterruptedWaitsNoLonger() {
    Thread.currentThread().interrupt();
    assertEquals(Optional.empty(), arrival.of(YOUNG, thereAtLookup(10)));
    assertTrue(Thread.interrupted());
    assertTrue(lookups.get() < 10);
  }

  @Test
  void onlySoManyWaitAtOnceAndTheirPlacesAreFreeAfterwards() throws InterruptedException {
    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      Thread waiter = new Thread(() -> arrival.of(YOUNG, Optional::empty));
      waiter.start();
      waiting.add(waiter);
    }
    await().until(() -> placesAreTaken());
    for (Thread waiter : waiting) {
      waiter.interrupt();
      waiter.join();
    }
    lookups.set(0);
    assertEquals(Optional.of(2), arrival.of(YOUNG, thereAtLookup(2)));
  }

  /** With a free place the second lookup finds something, without one it is not made. */
  private boolean placesAreTaken() {
    lookups.set(0);
    return arrival.of(YOUNG, thereAtLookup(2)).isEmpty();
  }

  private Supplier<Optional<Integer>> thereAtLookup(int number) {
    return () -> {
      int lookup = lookups.incrementAndGet();
      return lookup < number ? Optional.empty() : Optional.of(lookup);
    };
  }
}
