package dev.ticketing.auth.application.provider;

import static dev.ticketing.auth.application.provider.SignInFailure.Reason.IDENTITY_IN_USE;
import static dev.ticketing.auth.application.provider.SignInFailure.Reason.LINKED_ALREADY;
import static dev.ticketing.auth.application.provider.SignInFailure.Reason.NOT_SIGNED_IN;

import dev.ticketing.auth.application.UserView;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives a signed-in user a further way to sign in. Being signed in here and there at the same time
 * proves that both are the same person, so the e-mail addresses need not agree.
 */
@ApplicationScoped
public class LinkIdentity {

  private Identities identities;
  private UserRepository users;
  private Clock clock;

  /** For the container's proxy. */
  protected LinkIdentity() {}

  @Inject
  public LinkIdentity(Identities identities, UserRepository users, Clock clock) {
    this.identities = identities;
    this.users = users;
    this.clock = clock;
  }

  /**
   * Linking the same identity again changes nothing.
   *
   * @throws SignInFailure IDENTITY_IN_USE by another user, LINKED_ALREADY to another identity of
   *     this provider, NOT_SIGNED_IN when the user no longer exists
   */
  public void link(String userId, Person person) {
    Optional<UserView> owner = identities.find(person.identity());
    if (owner.isPresent()) {
      if (!owner.get().id().equals(userId)) {
        throw new SignInFailure(IDENTITY_IN_USE);
      }
      return;
    }
    try {
      users
          .change(
              userId,
              user -> {
                if (!user.link(person.identity(), clock.instant())) {
                  throw new SignInFailure(LINKED_ALREADY);
                }
              })
          .orElseThrow(() -> new SignInFailure(NOT_SIGNED_IN));
    } catch (Refusal taken) {
      throw taken.reason() == Refusal.Reason.CONFLICT ? new SignInFailure(IDENTITY_IN_USE) : taken;
    }
  }
}
