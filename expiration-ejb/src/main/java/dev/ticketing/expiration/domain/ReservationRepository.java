package dev.ticketing.expiration.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The reservations of all orders, ended ones included. */
public interface ReservationRepository {

  /**
   * @return false when there is one of this id already
   */
  boolean add(Reservation reservation);

  Optional<Reservation> find(String orderId);

  /**
   * Changes a reservation as it is now; the change may run more than once.
   *
   * @return the reservation after the change, empty when there is none
   */
  Optional<Reservation> change(String orderId, Consumer<Reservation> change);

  /** The orders whose reservations are due at this time, the longest overdue first. */
  List<String> dueAt(Instant time, int limit);

  /** When the next reservation is due, overdue ones included; empty when none waits. */
  Optional<Instant> nextDue();
}
