package dev.ticketing.orders.adapter.messaging;

import dev.ticketing.contracts.event.ReservationExpired;
import dev.ticketing.orders.adapter.OrdersDomain;
import dev.ticketing.orders.application.ExpireReservation;
import dev.ticketing.platform.messaging.EventReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the clock says. */
@ApplicationScoped
public class ReservationEvents {

  private static final String CHANNEL = "orders-reservations";

  private EventReceiver receiver;
  private ExpireReservation expireReservation;

  /** For the container's proxy. */
  protected ReservationEvents() {}

  @Inject
  public ReservationEvents(OrdersDomain domain, ExpireReservation expireReservation) {
    this.receiver = domain.receiver(CHANNEL);
    this.expireReservation = expireReservation;
  }

  @Incoming(CHANNEL)
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  public CompletionStage<Void> onMessage(Message<String> message) {
    return receiver.receive(
        message,
        ReservationExpired.class,
        (expired, version) -> expireReservation.expire(expired.reservation()));
  }
}
