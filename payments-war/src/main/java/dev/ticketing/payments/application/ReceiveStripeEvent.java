package dev.ticketing.payments.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Takes what Stripe sends. An event is stored and then answered; what comes of it is done later,
 * once, by whichever server is there then. The same event again is no news.
 */
@ApplicationScoped
public class ReceiveStripeEvent {

  private StripeMail mail;
  private StripeEvents events;
  private Clock clock;

  /** For the container's proxy. */
  protected ReceiveStripeEvent() {}

  @Inject
  public ReceiveStripeEvent(StripeMail mail, StripeEvents events, Clock clock) {
    this.mail = mail;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param body the bytes as they were sent
   * @param signature Stripe's header, or null
   * @throws dev.ticketing.contracts.error.Refusal INVALID when it is not from Stripe, too old, or
   *     unreadable; OVERLOADED when that cannot be told
   */
  public void receive(byte[] body, String signature) {
    mail.open(body, signature).ifPresent(event -> events.keep(event, clock.instant()));
  }
}
