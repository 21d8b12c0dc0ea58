package dev.ticketing.tickets.adapter.messaging;

import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.platform.messaging.EventReceiver;
import dev.ticketing.tickets.adapter.TicketsDomain;
import dev.ticketing.tickets.application.FollowOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What orders say, for the tickets they are about. */
@ApplicationScoped
public class OrderEvents {

  private static final String CHANNEL = "tickets-orders";

  private EventReceiver receiver;
  private FollowOrder followOrder;

  /** For the container's proxy. */
  protected OrderEvents() {}

  @Inject
  public OrderEvents(TicketsDomain domain, FollowOrder followOrder) {
    this.receiver = domain.receiver(CHANNEL);
    this.followOrder = followOrder;
  }

  @Incoming(CHANNEL)
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  public CompletionStage<Void> onMessage(Message<String> message) {
    return receiver.receive(message, OrderEvent.class, followOrder::follow);
  }
}
