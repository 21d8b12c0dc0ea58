package dev.ticketing.payments.domain;

import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.InstantConverter;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Convert;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that goes on in steps, each of which may be cut off. Whoever takes a step holds a lease
 * on it; when the lease is over and the step is still the same, the next one may try.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class Stepwise extends Aggregate {

  private int attempts;

  @Convert(converter = InstantConverter.class)
  private Instant nextTryAt;

  /** For the persistence provider. */
  protected Stepwise() {}

  protected Stepwise(String id) {
    super(id);
  }

  /**
   * Takes the turn at a step that is due.
   *
   * @return whether the caller has it now
   */
  public final boolean lease(Instant now) {
    if (nextTryAt == null || nextTryAt.isAfter(now)) {
      return false;
    }
    attempts++;
    nextTryAt = now.plus(Patience.LEASE);
    return true;
  }

  /** How often the current step was tried before without an answer. */
  public final int attempts() {
    return attempts;
  }

  /** A new step begins, and is looked at by others from then on. */
  protected final void beginStep(Instant now, Duration until) {
    attempts = 0;
    nextTryAt = now.plus(until);
  }

  /** There is nothing more to do. */
  protected final void endSteps() {
    attempts = 0;
    nextTryAt = null;
  }

  /** Gives the turn up; the more tries were in vain, the longer until the next. */
  protected final void tryLater(Instant now) {
    attempts++;
    nextTryAt = now.plus(Patience.after(attempts - 1));
  }

  /** Gives the turn up until somebody else may have gone on. */
  protected final void lookLater(Instant now, Duration pause) {
    attempts++;
    nextTryAt = now.plus(pause);
  }
}
