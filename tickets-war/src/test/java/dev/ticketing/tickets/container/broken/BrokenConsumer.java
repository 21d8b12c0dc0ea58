package dev.ticketing.tickets.container.broken;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What no consumer may do: it lets an error through into its channel. */
@ApplicationScoped
public class BrokenConsumer {

  /** Its channel, as settings for a deployment. */
  public static final String CHANNEL =
      """
      mp.messaging.incoming.tickets-broken.connector=ticketing-kafka
      mp.messaging.incoming.tickets-broken.topic=users
      mp.messaging.incoming.tickets-broken.group.id=tickets.broken
      mp.messaging.incoming.tickets-broken.client.id=tickets-broken
      """;

  @Incoming("tickets-broken")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  public CompletionStage<Void> onMessage(Message<String> message) {
    throw new StackOverflowError("let through");
  }
}
