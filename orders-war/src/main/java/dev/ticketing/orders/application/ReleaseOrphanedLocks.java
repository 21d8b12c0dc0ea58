package dev.ticketing.orders.application;

import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.TicketLocks;
import dev.ticketing.orders.domain.TicketLocks.Held;
import dev.ticketing.platform.aggregate.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Gives back the locks whose order was never stored, because the server that had taken them died in
 * between: nobody else would, unless somebody asks for the ticket again.
 */
@ApplicationScoped
public class ReleaseOrphanedLocks {

  /** After this long whatever lock has no order by then is an orphan of a server that has died. */
  public static final Duration RIPE_AFTER = PlaceOrder.STORED_WITHIN;

  private static final int AT_ONCE = 200;

  private TicketLocks locks;
  private OrderRepository orders;
  private Clock clock;

  /** For the container's proxy. */
  protected ReleaseOrphanedLocks() {}

  @Inject
  public ReleaseOrphanedLocks(TicketLocks locks, OrderRepository orders, Clock clock) {
    this.locks = locks;
    this.orders = orders;
    this.clock = clock;
  }

  /** Looks once through all locks that are held. */
  public void run() {
    Instant ripe = clock.instant().minus(RIPE_AFTER);
    locks.eachHeld(AT_ONCE, held -> release(held, ripe));
  }

  private void release(List<Held> held, Instant ripe) {
    List<Held> old =
        held.stream().filter(lock -> Identifier.madeAt(lock.orderId()).isBefore(ripe)).toList();
    Set<String> existing = orders.existing(old.stream().map(Held::orderId).toList());
    old.stream()
        .filter(lock -> !existing.contains(lock.orderId()))
        .forEach(lock -> locks.releaseAbandoned(lock.ticketId(), lock.orderId(), ripe));
  }
}
