package dev.ticketing.system.soak.market;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Wire;
import java.time.Duration;
import java.time.Instant;

/** A user for hours: signs in anew before the token of the last session ends. */
public final class Person {

  private static final Duration SESSION = Duration.ofMinutes(40);

  private volatile User user;
  private volatile Instant signedIn = Instant.now();

  public Person(User user) {
    this.user = user;
  }

  public String id() {
    return user.id();
  }

  /** This user at that server. */
  public User at(Wire wire) {
    return user.through(wire);
  }

  public boolean isOwnerOf(Listing listing) {
    return listing.seller() == this;
  }

  public boolean mustSignIn() {
    return signedIn.plus(SESSION).isBefore(Instant.now());
  }

  /** The answer to the sign-in. */
  public void signedIn(Answer answer) {
    user = user.withTokenOf(answer);
    signedIn = Instant.now();
  }
}
