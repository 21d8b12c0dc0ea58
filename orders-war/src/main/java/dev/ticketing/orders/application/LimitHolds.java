package dev.ticketing.orders.application;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.domain.TicketLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Keeps a buyer from having too many tickets locked. The locks themselves are counted, after one
 * more was taken: of several that are taken at once, on whatever server, the last to be taken finds
 * all the others. So too many never stay; a few may be refused that would have had room for one of
 * them. Nothing is kept besides the locks, hence nothing is left over when a server dies.
 */
@ApplicationScoped
public class LimitHolds {

  private TicketLocks locks;
  private HoldLimit limit;
  private Clock clock;

  /** For the container's proxy. */
  protected LimitHolds() {}

  @Inject
  public LimitHolds(TicketLocks locks, HoldLimit limit, Clock clock) {
    this.locks = locks;
    this.limit = limit;
    this.clock = clock;
  }

  /** Whether the locks of this buyer, the one just taken among them, are too many. */
  boolean areExceededBy(String buyerId) {
    return limit.isSet() && limit.isExceededBy(locks.liveHoldsOf(buyerId, clock.instant()));
  }

  /** What a buyer is told whose lock is given back. */
  Refusal refusal() {
    return Refusal.conflict(
        "You hold %d tickets already: pay for one or give one back first".formatted(limit.most()));
  }
}
