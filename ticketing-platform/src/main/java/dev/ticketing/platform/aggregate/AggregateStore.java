package dev.ticketing.platform.aggregate;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Loads, adds and changes aggregates of one class. A change is one guarded write: when somebody
 * else wrote first, the aggregate is loaded again and the change is decided again on what it now
 * says. What the aggregate has to tell is handed to the outbox once the write is done.
 */
public final class AggregateStore<T extends Aggregate> {

  private static final int ATTEMPTS = 25;
  private static final long FIRST_PAUSE_NANOS = 1_000_000;
  private static final long LONGEST_PAUSE_NANOS = 50_000_000;

  private final Class<T> type;
  private final EntityManagerFactory factory;
  private final Outbox<T> outbox;
  private final Turns turns = new Turns();

  public AggregateStore(Class<T> type, EntityManagerFactory factory, Outbox<T> outbox) {
    this.type = type;
    this.factory = factory;
    this.outbox = outbox;
  }

  public Optional<T> find(String id) {
    try (EntityManager entities = factory.createEntityManager()) {
      return Optional.ofNullable(entities.find(type, id));
    }
  }

  /**
   * @throws EntityExistsException when its id, or another value that must be unique, is taken
   */
  public void add(T aggregate) {
    try (EntityManager entities = factory.createEntityManager()) {
      inTransaction(
          entities,
          () -> {
            entities.persist(aggregate);
            return aggregate;
          });
    } catch (PersistenceException e) {
      throw Duplicates.isCauseOf(e) ? new EntityExistsException(e) : e;
    }
    outbox.publish(aggregate);
  }

  /**
   * Applies the change to the aggregate as it is stored now, as often as it takes to be the one who
   * writes next. The change must have no effect besides the aggregate.
   *
   * @return the aggregate after the change, empty when there is none of this id
   * @throws OptimisticLockException when others were faster too many times in a row
   */
  public Optional<T> change(String id, Consumer<T> change) {
    for (int attempt = 1; ; attempt++) {
      try {
        Optional<T> changed = turns.take(id, () -> tryChange(id, change));
        changed.ifPresent(outbox::publish);
        return changed;
      } catch (PersistenceException e) {
        if (!isStale(e) || attempt == ATTEMPTS) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private Optional<T> tryChange(String id, Consumer<T> change) {
    try (EntityManager entities = factory.createEntityManager()) {
      return Optional.ofNullable(
          inTransaction(
              entities,
              () -> {
                T aggregate = entities.find(type, id);
                if (aggregate != null) {
                  change.accept(aggregate);
                }
                return aggregate;
              }));
    }
  }

  private T inTransaction(EntityManager entities, java.util.function.Supplier<T> work) {
    EntityTransaction transaction = entities.getTransaction();
    transaction.begin();
    try {
      T result = work.get();
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    }
  }

  private static boolean isStale(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof org.hibernate.StaleStateException) {
        return true;
      }
    }
    return false;
  }

  private static void pause(int attempt) {
    long longest = Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(attempt, 10));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS, longest + 1));
  }
}
