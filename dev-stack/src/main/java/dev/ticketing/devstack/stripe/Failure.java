package dev.ticketing.devstack.stripe;

/** The ways in which a switch can make a request go wrong. */
public enum Failure {
  /** Nothing goes wrong; for a switch that only delays. */
  NONE,
  /** The server fails and nothing is executed. */
  BEFORE,
  /** The request is executed and its answer remembered, but the client gets a server error. */
  AFTER,
  /** As {@link #BEFORE}, and the idempotency key remembers the error, as Stripe does for a day. */
  BEFORE_REMEMBERED,
  /** As {@link #AFTER}, but what the idempotency key remembers is the error. */
  AFTER_REMEMBERED,
  /** The connection is closed and nothing is executed. */
  CONNECTION,
  /** The request is executed and its answer remembered, but the connection is closed. */
  CONNECTION_AFTER,
  /** The card is declined, or at a capture the authorisation turns out to be gone. */
  CARD_DECLINED,
  /** The confirmed intent stays in processing until it is settled by hand. */
  PROCESSING
}
