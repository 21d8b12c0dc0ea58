package dev.ticketing.platform;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.Event;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.PaymentEvent;
import dev.ticketing.contracts.event.ReservationExpired;
import dev.ticketing.contracts.event.SessionEnded;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.contracts.event.UserEvent;
import java.lang.reflect.Constructor;
import java.time.Instant;

/** Events as the domains tell them, with nothing in the parts that may be empty. */
public final class SampleEvents {

  public static final String ID = "65f0a1b2c3d4e5f601234567";
  public static final Instant TIME = Instant.parse("2027-05-01T19:30:00.125Z");

  private static final String OTHER_ID = "0123456789abcdef01234567";
  private static final Money PRICE = new Money(1999, "usd");

  private SampleEvents() {}

  public static Envelope<Event> of(EventType type) {
    return new Envelope<>(OTHER_ID, type, ID, 3, TIME, dataOf(type));
  }

  public static TicketEvent.Ticket ticket() {
    return new TicketEvent.Ticket(ID, OTHER_ID, "A concert", null, null, PRICE);
  }

  private static Event dataOf(EventType type) {
    Object state =
        switch (type.topic()) {
          case USERS -> new UserEvent.User(ID, "Ann", "Lee", "ann@example.org");
          case SESSIONS -> new SessionEnded.Session(ID, OTHER_ID, "SIGNED_OUT", TIME);
          case TICKETS -> ticket();
          case ORDERS ->
              new OrderEvent.Order(
                  ID, OTHER_ID, OTHER_ID, "A concert", OTHER_ID, PRICE, TIME, 1, null);
          case PAYMENTS -> new PaymentEvent.Payment(ID, OTHER_ID, OTHER_ID, PRICE, null, null);
          case RESERVATIONS -> new ReservationExpired.Reservation(ID, OTHER_ID, TIME);
        };
    try {
      Constructor<?> constructor = type.dataClass().getDeclaredConstructors()[0];
      return (Event) constructor.newInstance(state);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
