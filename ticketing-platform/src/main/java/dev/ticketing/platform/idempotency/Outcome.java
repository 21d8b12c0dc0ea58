package dev.ticketing.platform.idempotency;

/** What a request with a key is told before it begins. */
sealed interface Outcome permits Claim, Outcome.Answered, Outcome.InFlight, Outcome.OtherRequest {

  /** The request with this key has been answered. */
  record Answered(StoredAnswer answer) implements Outcome {}

  /** A request with this key is underway. */
  record InFlight() implements Outcome {}

  /** The key belongs to a request that is not the same as this one. */
  record OtherRequest() implements Outcome {}
}
