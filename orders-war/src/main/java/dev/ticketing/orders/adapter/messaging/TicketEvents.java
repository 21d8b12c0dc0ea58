package dev.ticketing.orders.adapter.messaging;

import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.orders.adapter.OrdersDomain;
import dev.ticketing.orders.application.FollowTicket;
import dev.ticketing.platform.messaging.EventReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What sellers say of their tickets. */
@ApplicationScoped
public class TicketEvents {

  private static final String CHANNEL = "orders-tickets";

  private EventReceiver receiver;
  private FollowTicket followTicket;

  /** For the container's proxy. */
  protected TicketEvents() {}

  @Inject
  public TicketEvents(OrdersDomain domain, FollowTicket followTicket) {
    this.receiver = domain.receiver(CHANNEL);
    this.followTicket = followTicket;
  }

  @Incoming(CHANNEL)
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  public CompletionStage<Void> onMessage(Message<String> message) {
    return receiver.receive(message, TicketEvent.class, followTicket::follow);
  }
}
