package dev.ticketing.expiration.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The time of the earliest deadline that was heard of. Orders may be heard before the timer that
 * rings is there; it is told as soon as it is.
 */
@ApplicationScoped
public class Alarm {

  private Instant earliest = Instant.MAX;
  private Consumer<Instant> bell = time -> {};

  /** From now on the bell is told whenever it has to ring earlier than it was told before. */
  public synchronized void connect(Consumer<Instant> bell) {
    this.bell = bell;
    if (earliest.isBefore(Instant.MAX)) {
      bell.accept(earliest);
    }
  }

  /** Makes sure that it rings at this time, or earlier. */
  public synchronized void setFor(Instant time) {
    if (time.isBefore(earliest)) {
      earliest = time;
      bell.accept(time);
    }
  }

  /** It has rung, and is set for nothing. */
  public synchronized void reset() {
    earliest = Instant.MAX;
  }
}
