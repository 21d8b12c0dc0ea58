package dev.ticketing.contracts.event;

/** Every type of event with the topic it travels on and the record it is read into. */
public enum EventType {
  UserCreated(Topic.USERS, UserEvent.UserCreated.class),
  UserUpdated(Topic.USERS, UserEvent.UserUpdated.class),
  SessionEnded(Topic.SESSIONS, SessionEnded.class),
  TicketCreated(Topic.TICKETS, TicketEvent.TicketCreated.class),
  TicketUpdated(Topic.TICKETS, TicketEvent.TicketUpdated.class),
  TicketDeleted(Topic.TICKETS, TicketEvent.TicketDeleted.class),
  OrderCreated(Topic.ORDERS, OrderEvent.OrderCreated.class),
  OrderAwaitingPayment(Topic.ORDERS, OrderEvent.OrderAwaitingPayment.class),
  OrderCompleted(Topic.ORDERS, OrderEvent.OrderCompleted.class),
  OrderCancelled(Topic.ORDERS, OrderEvent.OrderCancelled.class),
  OrderExpired(Topic.ORDERS, OrderEvent.OrderExpired.class),
  PaymentAuthorized(Topic.PAYMENTS, PaymentEvent.PaymentAuthorized.class),
  PaymentFailed(Topic.PAYMENTS, PaymentEvent.PaymentFailed.class),
  ChargeCreated(Topic.PAYMENTS, PaymentEvent.ChargeCreated.class),
  ChargeRefunded(Topic.PAYMENTS, PaymentEvent.ChargeRefunded.class),
  ReservationExpired(Topic.RESERVATIONS, ReservationExpired.class);

  private static final String SCHEMAS = "/dev/ticketing/contracts/schemas/";

  private final Topic topic;
  private final Class<? extends Event> dataClass;

  EventType(Topic topic, Class<? extends Event> dataClass) {
    this.topic = topic;
    this.dataClass = dataClass;
  }

  /**
   * @throws IllegalArgumentException when no type has this event's class
   */
  public static EventType of(Event event) {
    return valueOf(event.getClass().getSimpleName());
  }

  public Topic topic() {
    return topic;
  }

  public Class<? extends Event> dataClass() {
    return dataClass;
  }

  /** Where the class path holds this type's JSON schema (draft 2020-12, of the whole envelope). */
  public String schemaResource() {
    return SCHEMAS + name() + ".json";
  }
}
