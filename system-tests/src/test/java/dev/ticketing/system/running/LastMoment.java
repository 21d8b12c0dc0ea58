package dev.ticketing.system.running;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.AtTheTime.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * An order, and what its buyer tried with it around its deadline.
 *
 * @param cancel completes with null where there was none
 */
public record LastMoment(
    User buyer,
    String ticket,
    String order,
    Instant deadline,
    CompletableFuture<Done<Integer>> charge,
    CompletableFuture<Done<Integer>> cancel) {

  /**
   * Orders the ticket, to do this around the order's deadline.
   *
   * @param charge milliseconds after the deadline, negative for before
   * @param cancel likewise, or null for no cancel
   */
  public static LastMoment of(
      AtTheTime clock, User buyer, String ticket, long charge, Long cancel) {
    Answer placed = buyer.order(ticket).expect(201);
    String order = placed.id();
    Instant deadline = Instant.parse(placed.field("expiresAt"));
    return new LastMoment(
        buyer,
        ticket,
        order,
        deadline,
        clock.run(deadline.plusMillis(charge), () -> buyer.charge(order, "tok_visa").status()),
        cancel == null
            ? CompletableFuture.completedFuture(null)
            : clock.run(deadline.plusMillis(cancel), () -> buyer.cancel(order).status()));
  }

  void awaitAnswers() {
    charge.join();
    cancel.join();
  }

  /** How long after the deadline the charge was really sent; negative for before. */
  public long millisAfterDeadline() {
    return Duration.between(deadline, charge.join().at()).toMillis();
  }

  public int chargeStatus() {
    return charge.join().result();
  }

  public int cancelStatus() {
    return cancel.join().result();
  }
}
