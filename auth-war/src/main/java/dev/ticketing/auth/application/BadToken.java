package dev.ticketing.auth.application;

import dev.ticketing.contracts.error.Refusal;

/** The one answer to every one-time token that is no good. */
final class BadToken {

  private BadToken() {}

  static Refusal refusal() {
    return Refusal.invalid("token", "token is unknown, was used or has expired");
  }
}
