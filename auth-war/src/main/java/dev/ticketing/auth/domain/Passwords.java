package dev.ticketing.auth.domain;

/**
 * Turns passwords into hashes that are slow to guess, and recognises them. Every method but {@link
 * #isOutdated} costs tens of milliseconds of processor time and is refused when too many wait.
 */
public interface Passwords {

  /**
   * @return in PHC string form, with a salt of its own
   * @throws dev.ticketing.contracts.error.Refusal OVERLOADED when it would have to wait too long
   */
  String hash(String password);

  /**
   * @param hash what {@link #hash} returned, now or with earlier settings
   * @throws dev.ticketing.contracts.error.Refusal OVERLOADED when it would have to wait too long
   */
  boolean matches(String password, String hash);

  /** Whether a hash was made with other settings than are in force now. */
  boolean isOutdated(String hash);
}
