package dev.ticketing.expiration.domain;

import java.time.Instant;
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

  /**
   * Lets reservations expire that are due at this time, the longest overdue first. It may run in
   * several servers at once; of each reservation one of them gets to say that it has expired.
   *
   * @param skip how many of the longest overdue to leave out
   * @param limit how many to look at
   */
  Batch expire(Instant time, int skip, int limit);

  /**
   * What came of a batch.
   *
   * @param found how many were due
   * @param stuck how many of them will stay so, because they cannot be read
   */
  record Batch(int found, int stuck) {}

  /** When the next reservation after this time is due; empty when none waits. */
  Optional<Instant> nextDueAfter(Instant time);
}
