package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Users in memory, for tests of what is done with them. */
final class FakeUsers implements UserRepository {

  private final Map<String, User> users = new HashMap<>();

  @Override
  public void add(User user) {
    if (directory().findAccount(user.email()).isPresent()) {
      throw Refusal.conflict("email", "email is in use");
    }
    users.put(user.id(), user);
  }

  @Override
  public Optional<User> change(String id, Consumer<User> change) {
    Optional<User> user = Optional.ofNullable(users.get(id));
    user.ifPresent(change);
    return user;
  }

  @Override
  public Optional<User> find(String id) {
    return Optional.ofNullable(users.get(id));
  }

  UserDirectory directory() {
    return new Directory();
  }

  Roster roster() {
    return new Everybody();
  }

  User stored(String id) {
    return users.get(id);
  }

  private final class Directory implements UserDirectory {

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
  }

  private final class Everybody implements Roster {

    @Override
    public List<Entry> list(int limit, String before) {
      return users.values().stream()
          .map(user -> new Entry(UserView.of(user), user.createdAt()))
          .toList();
    }

    @Override
    public boolean hasAdmin() {
      return users.values().stream().anyMatch(User::isAdmin);
    }
  }
}
