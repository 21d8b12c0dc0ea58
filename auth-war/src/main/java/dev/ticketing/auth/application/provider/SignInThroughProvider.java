package dev.ticketing.auth.application.provider;

import static dev.ticketing.auth.application.provider.SignInFailure.Reason.EMAIL_IN_USE;
import static dev.ticketing.auth.application.provider.SignInFailure.Reason.EMAIL_MISSING;
import static dev.ticketing.auth.application.provider.SignInFailure.Reason.EMAIL_UNVERIFIED;

import dev.ticketing.auth.application.AccountPost;
import dev.ticketing.auth.application.UserDirectory;
import dev.ticketing.auth.application.UserView;
import dev.ticketing.auth.application.provider.Person.Proof;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Recognises somebody whom a provider vouches for, or makes him a user. The identity decides, not
 * the e-mail address: an account that has the address already is joined only when both sides have
 * seen that the address is this person's. The store's unique indexes decide between several who
 * come at once; whoever was late finds what the other has made.
 */
@ApplicationScoped
public class SignInThroughProvider {

  private static final int ATTEMPTS = 5;

  private Identities identities;
  private UserDirectory directory;
  private UserRepository users;
  private AccountPost post;
  private Clock clock;

  /** For the container's proxy. */
  protected SignInThroughProvider() {}

  @Inject
  public SignInThroughProvider(
      Identities identities,
      UserDirectory directory,
      UserRepository users,
      AccountPost post,
      Clock clock) {
    this.identities = identities;
    this.directory = directory;
    this.users = users;
    this.post = post;
    this.clock = clock;
  }

  /**
   * @throws SignInFailure EMAIL_MISSING, EMAIL_UNVERIFIED or EMAIL_IN_USE for somebody who is not
   *     known and can neither be made a user nor joined to one
   */
  public UserView signIn(Person person) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<UserView> user = identities.find(person.identity()).or(() -> admit(person));
      if (user.isPresent()) {
        return user.get();
      }
    }
    throw Refusal.overloaded("This account is changing: try again");
  }

  /** Empty when somebody else has changed what it was decided on. */
  private Optional<UserView> admit(Person person) {
    if (person.email() == null) {
      throw new SignInFailure(EMAIL_MISSING);
    }
    if (person.proof() == Proof.NOT_VERIFIED) {
      throw new SignInFailure(EMAIL_UNVERIFIED);
    }
    try {
      return directory
          .findAccount(person.email())
          .map(owner -> join(owner.user().id(), person))
          .orElseGet(() -> Optional.of(create(person)));
    } catch (Refusal taken) {
      if (taken.reason() == Refusal.Reason.CONFLICT) {
        return Optional.empty();
      }
      throw taken;
    }
  }

  private Optional<UserView> join(String userId, Person person) {
    return users
        .change(
            userId,
            user -> {
              boolean proven =
                  person.proof() == Proof.VERIFIED
                      && user.emailVerified()
                      && user.email().equals(person.email());
              if (!proven || !user.link(person.identity(), clock.instant())) {
                throw new SignInFailure(EMAIL_IN_USE);
              }
            })
        .map(UserView::of);
  }

  private UserView create(Person person) {
    String email = person.email();
    Names names = person.names();
    Profile profile = new Profile(names.firstOr(email), names.lastOrNone(), email);
    boolean verified = person.proof() == Proof.VERIFIED;
    Instant now = clock.instant();
    User user = User.signUpThrough(person.identity(), Identifier.next(), profile, verified, now);
    if (verified) {
      users.add(user);
    } else {
      post.confirming(user, now, users::add);
    }
    return UserView.of(user);
  }
}
