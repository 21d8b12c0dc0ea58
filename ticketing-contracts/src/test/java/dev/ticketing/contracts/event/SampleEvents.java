package dev.ticketing.contracts.event;

import dev.ticketing.contracts.Money;
import java.time.Instant;

/** One complete event of every type, each part of it present. */
final class SampleEvents {

  private static final String ID = "65f0a1b2c3d4e5f601234567";
  private static final String OTHER_ID = "0123456789abcdef01234567";
  private static final Instant TIME = Instant.parse("2027-05-01T19:30:00.125Z");
  private static final Money PRICE = new Money(1999, "usd");

  private SampleEvents() {}

  static Envelope<Event> of(EventType type) {
    return new Envelope<>(OTHER_ID, type, ID, 3, TIME, data(type));
  }

  private static Event data(EventType type) {
    UserEvent.User user = new UserEvent.User(ID, "Ann", "Lee", "ann@example.org");
    TicketEvent.Ticket ticket =
        new TicketEvent.Ticket(ID, OTHER_ID, "A concert", "The hall", TIME, PRICE);
    OrderEvent.Order order =
        new OrderEvent.Order(
            ID, OTHER_ID, OTHER_ID, "A concert", OTHER_ID, PRICE, TIME, 1, OTHER_ID);
    PaymentEvent.Payment payment =
        new PaymentEvent.Payment(ID, OTHER_ID, OTHER_ID, PRICE, "pi_1", "card_declined");
    return switch (type) {
      case UserCreated -> new UserEvent.UserCreated(user);
      case UserUpdated -> new UserEvent.UserUpdated(user);
      case SessionEnded ->
          new SessionEnded(new SessionEnded.Session(ID, OTHER_ID, "SIGNED_OUT", TIME));
      case TicketCreated -> new TicketEvent.TicketCreated(ticket);
      case TicketUpdated -> new TicketEvent.TicketUpdated(ticket);
      case TicketDeleted -> new TicketEvent.TicketDeleted(ticket);
      case OrderCreated -> new OrderEvent.OrderCreated(order);
      case OrderAwaitingPayment -> new OrderEvent.OrderAwaitingPayment(order);
      case OrderCompleted -> new OrderEvent.OrderCompleted(order);
      case OrderCancelled -> new OrderEvent.OrderCancelled(order);
      case OrderExpired -> new OrderEvent.OrderExpired(order);
      case PaymentAuthorized -> new PaymentEvent.PaymentAuthorized(payment);
      case PaymentFailed -> new PaymentEvent.PaymentFailed(payment);
      case ChargeCreated -> new PaymentEvent.ChargeCreated(payment);
      case ChargeRefunded -> new PaymentEvent.ChargeRefunded(payment);
      case ReservationExpired ->
          new ReservationExpired(new ReservationExpired.Reservation(ID, OTHER_ID, TIME));
    };
  }
}
