package dev.ticketing.auth.application.provider;

import java.time.Instant;

/**
 * A sign-in under way at a provider. The browser that began it keeps it, sealed, and shows it again
 * when the provider sends it back; no server has to remember it.
 *
 * @param state goes to the provider and must come back
 * @param nonce must be in the provider's token
 * @param verifier proves to the provider that who redeems the code is who asked for it
 * @param returnTo a page of ours
 * @param linkUserId the signed-in user who wants a further way in, null for a sign-in
 */
public record Attempt(
    String state,
    String nonce,
    String verifier,
    String returnTo,
    String linkUserId,
    Instant expiresAt) {

  public boolean isLink() {
    return linkUserId != null;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Attempt[until " + expiresAt + "]";
  }
}
