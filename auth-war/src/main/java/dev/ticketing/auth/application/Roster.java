package dev.ticketing.auth.application;

import java.time.Instant;
import java.util.List;

/** All users, as admins see them. */
public interface Roster {

  /**
   * One user.
   *
   * @param createdAt null for users from before it was kept
   */
  record Entry(UserView user, Instant createdAt) {}

  /**
   * The newest first.
   *
   * @param before the id after which the page begins; null for the first page
   */
  List<Entry> list(int limit, String before);

  /** Whether anybody looks after the marketplace. */
  boolean hasAdmin();
}
