package dev.ticketing.contracts.event;

/** What happens to a user's profile. */
public sealed interface UserEvent extends Event {

  /** A user as others may know it. */
  record User(String id, String firstName, String lastName, String email) {}

  User user();

  record UserCreated(User user) implements UserEvent {}

  record UserUpdated(User user) implements UserEvent {}
}
