package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.OneTimeToken;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Believes that an address is its user's, who has read a mail there. */
@ApplicationScoped
public class ConfirmEmail {

  private UserRepository users;
  private Clock clock;

  /** For the container's proxy. */
  protected ConfirmEmail() {}

  @Inject
  public ConfirmEmail(UserRepository users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  /**
   * @throws Refusal INVALID, naming the token, when it is no good, or no good any more
   */
  public void confirm(String text) {
    OneTimeToken token = OneTimeToken.parse(text).orElseThrow(BadToken::refusal);
    Instant now = clock.instant();
    AtomicBoolean good = new AtomicBoolean();
    users.change(token.userId(), user -> good.set(user.confirmEmail(token, now)));
    if (!good.get()) {
      throw BadToken.refusal();
    }
  }
}
