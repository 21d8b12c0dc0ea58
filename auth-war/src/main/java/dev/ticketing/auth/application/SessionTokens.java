package dev.ticketing.auth.application;

import java.time.Duration;

/**
 * What a client holds of a session.
 *
 * @param access goes with each request
 * @param accessLifetime from now until it expires
 * @param refresh renews the session, once
 * @param refreshLifetime from now until it expires
 */
public record SessionTokens(
    String access, Duration accessLifetime, String refresh, Duration refreshLifetime) {

  /** Without the tokens. */
  @Override
  public String toString() {
    return "SessionTokens[" + accessLifetime + ", " + refreshLifetime + "]";
  }
}
