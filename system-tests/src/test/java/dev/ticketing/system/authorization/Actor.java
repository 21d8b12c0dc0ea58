package dev.ticketing.system.authorization;

import java.util.Locale;

/** Who sends a request, each a column of the table. */
enum Actor {
  /** Sends no token. */
  ANONYMOUS,
  /** Is signed in, and has nothing to do with what the request is about. */
  OTHER,
  /** Is the one whom it belongs to. */
  OWNER,
  /** Is signed in with the role admin, and has nothing to do with it. */
  ADMIN,
  /** The owner, with a token whose time is over. */
  EXPIRED,
  /** The owner, with a token of a session that was signed out. */
  REVOKED,
  /** Somebody who signs the owner's claims with a key of their own. */
  FORGED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
