package dev.ticketing.system.soak.market;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * An order and what its buyer was told of it. From that follows how it may end: paid is complete,
 * cancelled is cancelled, and what was neither is expired, unless an answer got lost.
 */
public final class Purchase {

  private final String id;
  private final Listing listing;
  private final Person buyer;
  private final Instant deadline;
  private final long cents;
  private volatile boolean charged;
  private volatile boolean paid;
  private volatile boolean cancelTried;
  private volatile boolean cancelled;
  private volatile Instant told = Instant.now();

  public Purchase(String id, Listing listing, Person buyer, Instant deadline, long cents) {
    this.id = id;
    this.listing = listing;
    this.buyer = buyer;
    this.deadline = deadline;
    this.cents = cents;
  }

  public String id() {
    return id;
  }

  public Listing listing() {
    return listing;
  }

  public Person buyer() {
    return buyer;
  }

  public Instant deadline() {
    return deadline;
  }

  public long cents() {
    return cents;
  }

  public boolean hasLapsed() {
    return !Instant.now().isBefore(deadline);
  }

  /** A charge with a good card is about to be sent: from now on the order may complete. */
  public void isCharged() {
    charged = true;
  }

  /** The charge was refused, so the order does not complete by it. */
  public void isNotCharged() {
    charged = false;
  }

  public void isPaid() {
    paid = true;
    told = Instant.now();
  }

  public boolean mayBePaid() {
    return paid || charged;
  }

  public boolean wasPaid() {
    return paid;
  }

  /** A cancel is about to be sent. */
  public void isToBeCancelled() {
    cancelTried = true;
  }

  public void isNotCancelled() {
    cancelTried = false;
  }

  public void isCancelled() {
    cancelled = true;
    told = Instant.now();
  }

  public boolean wasCancelled() {
    return cancelled;
  }

  /** When the buyer was last told something that binds the server. */
  public Instant told() {
    return told;
  }

  /** The states that it may be in when nothing more will happen to it. */
  public Set<String> ends() {
    if (paid) {
      return Set.of("complete");
    }
    if (cancelled) {
      return Set.of("cancelled");
    }
    Set<String> ends = new HashSet<>(Set.of("expired"));
    if (charged) {
      ends.add("complete");
    }
    if (cancelTried) {
      ends.add("cancelled");
    }
    return ends;
  }
}
