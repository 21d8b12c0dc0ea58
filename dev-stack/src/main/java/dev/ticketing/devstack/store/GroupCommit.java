package dev.ticketing.devstack.store;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes writes durable, many with one commit. Each writer applies its change, then waits here; the
 * first to come commits for all whose change was applied by then, and they go on without one of
 * their own. When the commit fails, so does everyone who waited for it.
 */
final class GroupCommit {

  private final Runnable commit;
  private final AtomicLong applied = new AtomicLong();
  private final Object committing = new Object();
  private long durable;

  GroupCommit(Runnable commit) {
    this.commit = commit;
  }

  /** Returns once everything this thread has applied before is committed. */
  void awaitDurable() {
    long own = applied.incrementAndGet();
    synchronized (committing) {
      if (durable < own) {
        long covered = applied.get();
        commit.run();
        durable = covered;
      }
    }
  }
}
