package dev.ticketing.auth.application;

/** Ends sessions of a user at every server; ending them again is harmless. */
public interface SessionEnding {

  /**
   * Ends all sessions of a user whose password has changed.
   *
   * @param exceptSessionId one that lives on; null for none
   */
  void ofUser(String userId, String exceptSessionId);
}
