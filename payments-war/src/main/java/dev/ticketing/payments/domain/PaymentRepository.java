package dev.ticketing.payments.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All payments ever attempted. */
public interface PaymentRepository {

  /**
   * @return false when there is one of this id already, which stays as it is
   */
  boolean add(Payment payment);

  Optional<Payment> find(String id);

  /**
   * Changes a payment as it is now; the change may run more than once and must touch nothing else.
   *
   * @return the payment after the change, empty when there is none
   */
  Optional<Payment> change(String id, Consumer<Payment> change);

  /** The ids of payments whose next step is due, those that wait longest first. */
  List<String> dueAt(Instant now, int limit);
}
