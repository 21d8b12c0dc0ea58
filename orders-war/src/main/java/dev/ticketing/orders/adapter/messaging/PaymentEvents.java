package dev.ticketing.orders.adapter.messaging;

import dev.ticketing.contracts.event.PaymentEvent;
import dev.ticketing.orders.adapter.OrdersDomain;
import dev.ticketing.orders.application.AcceptPayment;
import dev.ticketing.platform.messaging.EventReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What payments say of the orders they are for. */
@ApplicationScoped
public class PaymentEvents {

  private static final String CHANNEL = "orders-payments";

  private EventReceiver receiver;
  private AcceptPayment acceptPayment;

  /** For the container's proxy. */
  protected PaymentEvents() {}

  @Inject
  public PaymentEvents(OrdersDomain domain, AcceptPayment acceptPayment) {
    this.receiver = domain.receiver(CHANNEL);
    this.acceptPayment = acceptPayment;
  }

  @Incoming(CHANNEL)
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  public CompletionStage<Void> onMessage(Message<String> message) {
    return receiver.receive(message, PaymentEvent.class, (payment, version) -> apply(payment));
  }

  private void apply(PaymentEvent payment) {
    String orderId = payment.payment().orderId();
    String paymentId = payment.payment().id();
    if (payment instanceof PaymentEvent.PaymentAuthorized) {
      acceptPayment.authorized(orderId, paymentId);
    } else if (payment instanceof PaymentEvent.ChargeCreated) {
      acceptPayment.captured(orderId, paymentId);
    } else if (payment instanceof PaymentEvent.PaymentFailed) {
      acceptPayment.failed(orderId, paymentId);
    }
  }
}
