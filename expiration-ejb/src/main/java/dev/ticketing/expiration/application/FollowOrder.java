package dev.ticketing.expiration.application;

import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.expiration.domain.ReservationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Starts, stops and restarts an order's clock as the order goes through its life. */
@ApplicationScoped
public class FollowOrder {

  private ReservationRepository reservations;
  private Alarm alarm;

  /** For the container's proxy. */
  protected FollowOrder() {}

  @Inject
  public FollowOrder(ReservationRepository reservations, Alarm alarm) {
    this.reservations = reservations;
    this.alarm = alarm;
  }

  /**
   * @param version of the order at this event
   */
  public void follow(OrderEvent event, long version) {
    Optional<Reservation> added = version == 0 ? add(event, version) : Optional.empty();
    Instant due =
        added
            .or(() -> change(event, version))
            .or(() -> add(event, version))
            .or(() -> change(event, version))
            .map(Reservation::dueAt)
            .orElse(null);
    if (due != null) {
      alarm.setFor(due);
    }
  }

  private Optional<Reservation> add(OrderEvent event, long version) {
    Reservation reservation = Reservation.of(event, version);
    return reservations.add(reservation) ? Optional.of(reservation) : Optional.empty();
  }

  private Optional<Reservation> change(OrderEvent event, long version) {
    return reservations.change(
        event.order().id(), reservation -> reservation.follow(event, version));
  }
}
