package dev.ticketing.system.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Kills one server after the other as a crash would and starts it again; each time when all have
 * been ready for a while, so that there always is a survivor.
 */
final class Killer implements AutoCloseable {

  private static final int LONGEST_START_MINUTES = 16;

  private final List<Node> nodes;
  private final List<Long> secondsToReady = new ArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile Throwable failure;

  Killer(List<Node> nodes) {
    this.nodes = nodes;
  }

  void start(Duration every) {
    clock.scheduleWithFixedDelay(
        this::killNext, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void killNext() {
    Node node = nodes.get(secondsToReady.size() % nodes.size());
    try {
      node.server().killed();
      node.kill().run();
      long begin = System.nanoTime();
      System.out.println("KILLED " + node.server().name());
      node.start().run();
      node.awaitReady().run();
      node.server().readyAgain();
      secondsToReady.add(Duration.ofNanos(System.nanoTime() - begin).toSeconds());
      System.out.println("READY " + node.server().name() + " after " + secondsToReady);
    } catch (RuntimeException | Error e) {
      failure = e;
      throw e;
    }
  }

  /** How long each start took, in their order; to be read after the end. */
  List<Long> secondsToReady() {
    return secondsToReady;
  }

  /** Ends when the server that was killed last is ready. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(LONGEST_START_MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("A killed server does not start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw new AssertionError("A killed server did not start", failure);
    }
  }
}
