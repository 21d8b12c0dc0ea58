package dev.ticketing.system.soak.market;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A user for hours, whose client renews the session before the access token ends, each time by the
 * refresh token that it was given last. Whoever has lost an answer to that, or is refused, signs
 * in.
 */
public final class Person {

  private static final AtomicLong RENEWED = new AtomicLong();
  private static final AtomicLong SIGNED_IN = new AtomicLong();
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private User user;
  private Instant renewAt;

  public Person(User user) {
    this.user = user;
    this.renewAt = timeToRenew(user);
  }

  /** Some sooner, some later, all of them in time. */
  private static Instant timeToRenew(User user) {
    Duration left = Duration.between(Instant.now(), user.tokenExpiry());
    double part = ThreadLocalRandom.current().nextDouble(0.05, 0.5);
    return Instant.now().plusMillis((long) (left.toMillis() * part));
  }

  public synchronized String id() {
    return user.id();
  }

  /** This user at that server, with a token that is good for a while. */
  public synchronized User at(Wire wire) {
    if (Instant.now().isAfter(renewAt)) {
      renew(user.through(wire));
    }
    return user.through(wire);
  }

  private void renew(User there) {
    user = user.withoutRefreshToken();
    if (there.hasRefreshToken()) {
      Answer refreshed = there.refresh();
      if (refreshed.status() == 200) {
        RENEWED.incrementAndGet();
        take(there.refreshed(refreshed));
        return;
      }
    }
    Answer signedIn = there.signIn();
    if (signedIn.status() == 200) {
      SIGNED_IN.incrementAndGet();
      take(there.withTokenOf(signedIn));
    } else {
      renewAt = Instant.now().plus(A_MOMENT);
    }
  }

  private void take(User renewed) {
    user = renewed;
    renewAt = timeToRenew(renewed);
  }

  public boolean isOwnerOf(Listing listing) {
    return listing.seller() == this;
  }

  /** How often sessions were renewed, and had to be begun anew. */
  public static String renewals() {
    return RENEWED + " renewed, " + SIGNED_IN + " begun anew";
  }
}
