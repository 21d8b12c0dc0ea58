package dev.ticketing.tickets.domain;

/** Where a listing stands. */
public enum TicketStatus {
  AVAILABLE,
  RESERVED,
  SOLD,
  WITHDRAWN
}
