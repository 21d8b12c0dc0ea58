package dev.ticketing.platform.access;

/**
 * Somebody who wants to see something. A user sees what is theirs, an admin what is anybody's; that
 * an admin sees it does not mean that an admin may change it.
 */
public record Reader(String userId, boolean admin) {

  /** Whether this is the one whom it belongs to, or an admin. */
  public boolean maySeeWhatIsOf(String ownerId) {
    return admin || userId.equals(ownerId);
  }
}
