package dev.ticketing.expiration.application;

import dev.ticketing.expiration.domain.ReservationRepository;
import dev.ticketing.expiration.domain.ReservationRepository.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Lets every reservation expire whose time is over. */
@ApplicationScoped
public class ExpireReservations {

  private static final int BATCH = 500;

  private ReservationRepository reservations;
  private Clock clock;

  /** For the container's proxy. */
  protected ExpireReservations() {}

  @Inject
  public ExpireReservations(ReservationRepository reservations, Clock clock) {
    this.reservations = reservations;
    this.clock = clock;
  }

  /**
   * Expires what is due, a bounded number at a time. It may run in several threads and servers at
   * once; each reservation says only once that it has expired. One that cannot be read is passed
   * over, and does not ring again before the next round of its own.
   *
   * @return when to do it again, empty when no reservation waits
   */
  public Optional<Instant> run() {
    int stuck = 0;
    while (true) {
      Instant now = clock.instant();
      Batch batch = reservations.expire(now, stuck, BATCH);
      stuck += batch.stuck();
      if (batch.found() < BATCH) {
        return reservations.nextDueAfter(now);
      }
    }
  }
}
