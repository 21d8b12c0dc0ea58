package dev.ticketing.expiration.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.expiration.domain.ReservationRepository;
import dev.ticketing.platform.access.Reader;
import dev.ticketing.platform.time.Arrival;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows how much time an order has, to those who may see it. */
@ApplicationScoped
public class ReservationBook {

  private ReservationRepository reservations;
  private Arrival arrival;

  /** For the container's proxy. */
  protected ReservationBook() {}

  @Inject
  public ReservationBook(ReservationRepository reservations, Arrival arrival) {
    this.reservations = reservations;
    this.arrival = arrival;
  }

  /**
   * @throws Refusal NOT_FOUND when there is no such order, FORBIDDEN when it is another buyer's
   */
  public Reservation of(String orderId, Reader reader) {
    Reservation reservation =
        arrival
            .of(orderId, () -> reservations.find(orderId))
            .orElseThrow(() -> Refusal.notFound("No such order"));
    return ReservationAccess.requireMaySee(reader, reservation);
  }
}
