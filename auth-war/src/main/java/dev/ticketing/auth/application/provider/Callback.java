package dev.ticketing.auth.application.provider;

/**
 * What the provider has sent the browser back with; each part may be null.
 *
 * @param code stands for the person, and can be redeemed once
 * @param error instead of a code
 * @param issuer who answers, of providers that say so
 */
public record Callback(String state, String code, String error, String issuer) {

  /** Without the code. */
  @Override
  public String toString() {
    return "Callback[" + error + "]";
  }
}
