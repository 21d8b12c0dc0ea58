package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.PaymentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Works off the events that Stripe has sent. What a payment knows already, which is the rule, needs
 * nothing; else the PaymentIntent is asked for and compared. An event whose work is cut off is due
 * again later, on any server, and the same work done twice has the effect of once.
 */
@ApplicationScoped
public class HeedStripeEvents {

  private static final int AT_ONCE = 4;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private StripeEvents events;
  private PaymentRepository payments;
  private ComparePayment comparePayment;
  private Background background;
  private Clock clock;

  /** For the container's proxy. */
  protected HeedStripeEvents() {}

  @Inject
  public HeedStripeEvents(
      StripeEvents events,
      PaymentRepository payments,
      ComparePayment comparePayment,
      Background background,
      Clock clock) {
    this.events = events;
    this.payments = payments;
    this.comparePayment = comparePayment;
    this.background = background;
    this.clock = clock;
  }

  /** Has everything that is due worked off in the background; called again and again. */
  public void run() {
    if (places.tryAcquire() && !background.run(this::workOff)) {
      places.release();
    }
  }

  private void workOff() {
    try {
      Optional<StripeEvent> due = events.take(clock.instant());
      while (due.isPresent()) {
        heed(due.get());
        events.finish(due.get().id());
        due = events.take(clock.instant());
      }
    } finally {
      places.release();
    }
  }

  private void heed(StripeEvent event) {
    boolean known =
        event.paymentId() != null
            && payments.find(event.paymentId()).filter(event::isKnownTo).isPresent();
    if (!known) {
      comparePayment.compare(event.intentId());
    }
  }
}
