package dev.ticketing.expiration.application;

import dev.ticketing.expiration.domain.ReservationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets every reservation expire whose time is over. */
@ApplicationScoped
public class ExpireReservations {

  private static final int BATCH = 200;

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
   * Expires what is due. It may run in several threads and servers at once; each reservation says
   * only once that it has expired.
   *
   * @return when to do it again, empty when no reservation waits
   */
  public Optional<Instant> run() {
    List<String> due;
    do {
      Instant now = clock.instant();
      due = reservations.dueAt(now, BATCH);
      due.forEach(id -> reservations.change(id, reservation -> reservation.expireIfDue(now)));
    } while (due.size() == BATCH);
    return reservations.nextDue();
  }
}
