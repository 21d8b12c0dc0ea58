package dev.ticketing.auth.adapter.persistence;

import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.AggregateStore;
import dev.ticketing.platform.aggregate.Duplicates;
import dev.ticketing.platform.persistence.DomainStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps users through Hibernate OGM; a unique index decides who may have an e-mail address. */
@ApplicationScoped
public class OgmUserRepository implements UserRepository {

  private DomainStore store;
  private AggregateStore<User> users;

  /** For the container's proxy. */
  protected OgmUserRepository() {}

  @Inject
  public OgmUserRepository(AuthDomain domain) {
    this.store = domain.store();
    this.users = domain.store().aggregates(User.class);
  }

  /** Having been created is all it takes; a proxy does not do that before its first call. */
  void begin() {}

  @Override
  public void add(User user) {
    unlessEmailInUse(
        () -> {
          users.add(user);
          return user;
        });
  }

  @Override
  public Optional<User> find(String id) {
    return users.find(id);
  }

  @Override
  public Optional<User> change(String id, Consumer<User> change) {
    return unlessEmailInUse(() -> users.change(id, change));
  }

  private <R> R unlessEmailInUse(Supplier<R> write) {
    if (!store.hasIndexes()) {
      throw Refusal.overloaded("The server is still starting");
    }
    try {
      return write.get();
    } catch (PersistenceException e) {
      if (Duplicates.isCauseOf(e)) {
        throw Refusal.conflict(UserDocuments.EMAIL, "email is in use");
      }
      throw e;
    }
  }
}
