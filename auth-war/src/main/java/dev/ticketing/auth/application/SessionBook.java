package dev.ticketing.auth.application;

import java.util.List;

/** Looks sessions up, for the users whose they are. */
public interface SessionBook {

  /**
   * A user's sessions that live, the newest first.
   *
   * @param before the id that the page before ended with, null for the first page
   */
  List<SessionView> of(String userId, int limit, String before);
}
