package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.SessionTokens;

/**
 * The tokens of a session, in the words of OAuth 2.
 *
 * @param tokenType the scheme under which the access token goes with a request
 * @param expiresIn seconds until the access token expires
 */
public record TokenAnswer(
    String accessToken, String refreshToken, String tokenType, long expiresIn) {

  static TokenAnswer of(SessionTokens tokens) {
    return new TokenAnswer(
        tokens.access(), tokens.refresh(), "Bearer", tokens.accessLifetime().toSeconds());
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "TokenAnswer";
  }
}
