package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.SessionView;
import java.time.Instant;

/**
 * A session as its user sees it.
 *
 * @param current whether it is the one that asks
 */
public record OwnSession(
    String id,
    boolean current,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    String userAgent,
    String address) {

  static OwnSession of(SessionView session, String currentId) {
    return new OwnSession(
        session.id(),
        session.id().equals(currentId),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt(),
        session.userAgent(),
        session.address());
  }
}
