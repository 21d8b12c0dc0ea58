package dev.ticketing.payments.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.audit.Audit;
import dev.ticketing.platform.audit.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes what Stripe sends. An event is stored and then answered; what comes of it is done later,
 * once, by whichever server is there then. The same event again is no news.
 */
@ApplicationScoped
public class ReceiveStripeEvent {

  private StripeMail mail;
  private StripeEvents events;
  private Audit audit;
  private Clock clock;

  /** For the container's proxy. */
  protected ReceiveStripeEvent() {}

  @Inject
  public ReceiveStripeEvent(StripeMail mail, StripeEvents events, Audit audit, Clock clock) {
    this.audit = audit;
    this.mail = mail;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param body the bytes as they were sent
   * @param signature Stripe's header, or null
   * @throws Refusal INVALID when it is not from Stripe, too old, or unreadable; OVERLOADED when
   *     that cannot be told
   */
  public void receive(byte[] body, String signature) {
    opened(body, signature).ifPresent(event -> events.keep(event, clock.instant()));
  }

  private Optional<StripeEvent> opened(byte[] body, String signature) {
    try {
      return mail.open(body, signature);
    } catch (Refusal refusal) {
      audit.write(Deed.refused("StripeWebhook", null, refusal.reason().name()).oncePerMinute());
      throw refusal;
    }
  }
}
