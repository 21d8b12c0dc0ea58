package dev.ticketing.auth.application.provider;

import dev.ticketing.auth.application.AccountPost;
import dev.ticketing.auth.application.UserDirectory;
import dev.ticketing.auth.application.UserView;
import dev.ticketing.auth.domain.Identity;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.mail.Letters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Users in memory, whose addresses and identities are kept unique as the store keeps them. */
final class UniqueUsers implements UserRepository, Identities, Letters {

  /** The kinds of the letters that were handed in. */
  final List<String> letters = new ArrayList<>();

  private final Map<String, User> users = new HashMap<>();

  /** What another server does between our reading and our writing; null for nothing. */
  Runnable meanwhile;

  @Override
  public synchronized void add(User user) {
    interrupt();
    requireUnique(user);
    users.put(user.id(), user);
  }

  @Override
  public synchronized Optional<User> change(String id, Consumer<User> change) {
    interrupt();
    Optional<User> user = Optional.ofNullable(users.get(id));
    user.ifPresent(
        found -> {
          change.accept(found);
          requireUnique(found);
        });
    return user;
  }

  private void interrupt() {
    Runnable now = meanwhile;
    meanwhile = null;
    if (now != null) {
      now.run();
    }
  }

  private void requireUnique(User user) {
    boolean taken =
        users.values().stream()
            .filter(other -> !other.id().equals(user.id()))
            .anyMatch(other -> isSame(other.email(), user.email()) || isSamePerson(other, user));
    if (taken) {
      throw Refusal.conflict("email", "email is in use");
    }
  }

  private static boolean isSamePerson(User one, User other) {
    return Stream.of(Provider.values())
        .anyMatch(provider -> isSame(one.subjectAt(provider), other.subjectAt(provider)));
  }

  private static boolean isSame(String one, String other) {
    return one != null && one.equals(other);
  }

  @Override
  public synchronized Optional<UserView> find(Identity identity) {
    return users.values().stream()
        .filter(user -> identity.subject().equals(user.subjectAt(identity.provider())))
        .findFirst()
        .map(UserView::of);
  }

  @Override
  public synchronized Optional<User> find(String id) {
    return Optional.ofNullable(users.get(id));
  }

  UserDirectory directory() {
    return new UserDirectory() {
      @Override
      public Optional<UserView> find(String id) {
        return UniqueUsers.this.find(id).map(UserView::of);
      }

      @Override
      public Optional<Account> findAccount(String email) {
        return owner(email).map(user -> new Account(UserView.of(user), user.passwordHash()));
      }
    };
  }

  private synchronized Optional<User> owner(String email) {
    return users.values().stream().filter(user -> user.email().equals(email)).findFirst();
  }

  @Override
  public synchronized String post(String kind, Map<String, String> facts) {
    letters.add(kind);
    return kind;
  }

  @Override
  public synchronized void withdraw(String id) {
    letters.remove(id);
  }

  SignInThroughProvider signIn(Clock clock) {
    return new SignInThroughProvider(this, directory(), this, new AccountPost(this), clock);
  }

  synchronized User stored(String id) {
    return users.get(id);
  }

  synchronized int count() {
    return users.size();
  }
}
