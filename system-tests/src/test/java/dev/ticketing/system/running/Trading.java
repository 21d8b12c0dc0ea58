package dev.ticketing.system.running;

import static org.awaitility.Awaitility.await;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Trader.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A steady load: several users trade with each other, each at their own pace, until it is closed.
 */
public final class Trading implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Queue<Offer> market = new ConcurrentLinkedQueue<>();
  private final Promises promises = new Promises();
  private final Diary diary = new Diary();
  private final ScheduledExecutorService threads;
  private final List<ScheduledFuture<?>> running = new ArrayList<>();

  private Trading(List<User> users, Duration pause, List<Offer> stock) {
    market.addAll(stock);
    threads = Executors.newScheduledThreadPool(users.size());
    for (User user : users) {
      Trader trader = new Trader(user, market, promises, diary, user.id().hashCode());
      running.add(
          threads.scheduleWithFixedDelay(
              trader::trade, 0, pause.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  public static Trading of(List<User> users) {
    return new Trading(users, PAUSE, List.of());
  }

  /**
   * Buys what is in stock first, which everybody knows of already.
   *
   * @param seller nobody of the users
   * @param pause between two trades of a user
   */
  public static Trading withStock(List<User> users, User seller, int stock, Duration pause) {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < stock; i++) {
      offers.add(new Offer(seller.lists("In stock", 19.99), seller));
    }
    users.get(0).cancel(users.get(0).orders(offers.get(stock - 1).ticketId())).expect(200);
    return new Trading(users, pause, offers);
  }

  public Promises promises() {
    return promises;
  }

  public Diary diary() {
    return diary;
  }

  /** Waits until as many requests of each of these kinds have succeeded from now on. */
  public void awaitSuccesses(int count, String... kinds) {
    Instant now = Instant.now();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                List.of(kinds).stream().allMatch(kind -> diary.successesSince(now, kind) >= count));
  }

  /** Lets requests that are underway end; a user whose trading broke off fails the test. */
  @Override
  public void close() {
    List<ScheduledFuture<?>> brokenOff = running.stream().filter(Future::isDone).toList();
    threads.shutdown();
    try {
      for (ScheduledFuture<?> trader : brokenOff) {
        trader.get();
      }
      if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("A user still waits for an answer");
      }
    } catch (ExecutionException e) {
      throw new AssertionError("A user could not go on", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
