package dev.ticketing.payments.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Goes through what was lately made at Stripe and compares each of it, for what no answer and no
 * event has told. Payments that wait for an answer are asked for by {@link ResumePayments}; this is
 * the other direction. Several servers may do it at once.
 */
@ApplicationScoped
public class ReconcileWithStripe {

  /** Longer than all steps of a payment take when Stripe answers, and than clocks differ. */
  static final Duration OVERLAP = Duration.ofMinutes(30);

  /** How far the first run looks back: as long as banks keep money set aside. */
  static final Duration FIRST_LOOK = Duration.ofDays(7);

  private StripeBooks books;
  private StripeEvents events;
  private Reconciliations done;
  private ComparePayment comparePayment;
  private Clock clock;

  /** For the container's proxy. */
  protected ReconcileWithStripe() {}

  @Inject
  public ReconcileWithStripe(
      StripeBooks books,
      StripeEvents events,
      Reconciliations done,
      ComparePayment comparePayment,
      Clock clock) {
    this.books = books;
    this.events = events;
    this.done = done;
    this.comparePayment = comparePayment;
    this.clock = clock;
  }

  /**
   * Leaves it at that when another server has begun and finished it within this time.
   *
   * @throws StripeBooks.Unread when Stripe does not answer
   */
  public void runUnlessDoneWithin(Duration time) {
    Instant recently = clock.instant().minus(time);
    if (done.last().filter(last -> last.isAfter(recently)).isEmpty()) {
      run();
    }
  }

  /**
   * @throws StripeBooks.Unread when Stripe does not answer; the next run begins where this one did
   */
  public void run() {
    if (!books.isReadable()) {
      return;
    }
    Instant begin = clock.instant();
    Instant from = done.last().map(last -> last.minus(OVERLAP)).orElse(begin.minus(FIRST_LOOK));
    books.madeSince(from, comparePayment::compare);
    events.forget(begin.minus(StripeEvents.MEMORY));
    done.add(begin);
  }
}
