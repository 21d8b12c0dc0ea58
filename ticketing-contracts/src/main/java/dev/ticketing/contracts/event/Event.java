package dev.ticketing.contracts.event;

/** Something that has happened to an aggregate; its class name is its type on the wire. */
public sealed interface Event
    permits UserEvent, SessionEnded, TicketEvent, OrderEvent, PaymentEvent, ReservationExpired {}
