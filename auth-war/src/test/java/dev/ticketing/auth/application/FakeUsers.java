package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Users in memory, for tests of what is done with them. */
final class FakeUsers implements UserRepository, UserDirectory {

  private final Map<String, User> users = new HashMap<>();

  @Override
  public void add(User user) {
    users.put(user.id(), user);
  }

  @Override
  public Optional<User> change(String id, Consumer<User> change) {
    Optional<User> user = Optional.ofNullable(users.get(id));
    user.ifPresent(change);
    return user;
  }

  @Override
  public Optional<UserView> find(String id) {
    return Optional.ofNullable(users.get(id)).map(UserView::of);
  }

  @Override
  public Optional<Account> findAccount(String email) {
    return users.values().stream()
        .filter(user -> user.email().equals(email))
        .findFirst()
        .map(user -> new Account(UserView.of(user), user.passwordHash()));
  }

  User stored(String id) {
    return users.get(id);
  }
}
