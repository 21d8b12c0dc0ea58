package dev.ticketing.auth.application;

import java.time.Instant;

/**
 * A session as its user sees it.
 *
 * @param expiresAt unless it is renewed before
 * @param userAgent what the client called itself that began it; may be null
 * @param address from which it was begun
 */
public record SessionView(
    String id,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    String userAgent,
    String address) {}
