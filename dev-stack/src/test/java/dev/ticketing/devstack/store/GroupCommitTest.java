package dev.ticketing.devstack.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private static final int WRITERS = 8;

  private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1);

  @AfterEach
  void stopWriters() {
    writers.shutdownNow();
  }

  @Test
  void writersThatWaitDuringACommitShareTheNextOne() throws Exception {
    AtomicInteger commits = new AtomicInteger();
    CountDownLatch firstMayEnd = new CountDownLatch(1);
    AtomicInteger arrived = new AtomicInteger();
    GroupCommit group =
        new GroupCommit(
            () -> {
              if (commits.incrementAndGet() == 1) {
                awaitUninterrupted(firstMayEnd);
              }
            });
    CompletableFuture<Void> first = CompletableFuture.runAsync(group::awaitDurable, writers);
    await().atMost(5, SECONDS).until(() -> commits.get() == 1);
    List<Thread> others = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Thread other = new Thread(group::awaitDurable);
      other.start();
      others.add(other);
    }
    await()
        .atMost(5, SECONDS)
        .until(() -> others.stream().allMatch(o -> o.getState() == Thread.State.BLOCKED));
    firstMayEnd.countDown();
    first.get(5, SECONDS);
    for (Thread other : others) {
      other.join();
      arrived.incrementAndGet();
    }
    assertEquals(WRITERS, arrived.get());
    assertEquals(2, commits.get());
  }

  @Test
  void aFailedCommitFailsTheWriteThatWaitsForIt() {
    GroupCommit group =
        new GroupCommit(
            () -> {
              throw new IllegalStateException("disk full");
            });
    Exception failure = assertThrows(IllegalStateException.class, group::awaitDurable);
    assertTrue(failure.getMessage().contains("disk full"));
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
