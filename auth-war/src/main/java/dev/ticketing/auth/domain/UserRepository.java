package dev.ticketing.auth.domain;

import java.util.Optional;
import java.util.function.Consumer;

/** All users. The store itself keeps their e-mail addresses unique, whoever comes first. */
public interface UserRepository {

  /**
   * @throws dev.ticketing.contracts.error.Refusal CONFLICT, naming the e-mail, when it is in use
   */
  void add(User user);

  Optional<User> find(String id);

  /**
   * Changes a user as he is now; the change may run more than once and must touch nothing else.
   *
   * @return the user after the change, empty when there is none
   * @throws dev.ticketing.contracts.error.Refusal CONFLICT, naming the e-mail, when it is in use
   */
  Optional<User> change(String id, Consumer<User> change);
}
