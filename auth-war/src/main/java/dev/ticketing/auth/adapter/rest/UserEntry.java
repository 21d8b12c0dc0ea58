package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.Roster.Entry;
import dev.ticketing.auth.application.UserView;
import java.time.Instant;
import java.util.List;

/** A user as admins see him. */
public record UserEntry(
    String id,
    String firstName,
    String lastName,
    String email,
    boolean emailVerified,
    List<String> roles,
    Instant createdAt) {

  static UserEntry of(Entry entry) {
    UserView user = entry.user();
    return new UserEntry(
        user.id(),
        user.firstName(),
        user.lastName(),
        user.email(),
        user.emailVerified(),
        user.roles(),
        entry.createdAt());
  }
}
