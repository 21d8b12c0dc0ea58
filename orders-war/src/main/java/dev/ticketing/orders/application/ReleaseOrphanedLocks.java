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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives back the locks whose order was never stored, because the server that had taken them died in
 * between, or the document store went away: nobody else would, unless somebody asks for the ticket
 * again. A server looks through all locks after its start, and later at those of which it does not
 * know whether their order was stored.
 */
@ApplicationScoped
public class ReleaseOrphanedLocks {

  /** After this long whatever lock has no order by then is an orphan of a server that has died. */
  public static final Duration RIPE_AFTER = PlaceOrder.STORED_WITHIN;

  private static final int AT_ONCE = 200;

  private final Map<Held, Instant> doubtful = new ConcurrentHashMap<>();
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

  /** This ticket may have been locked for an order that was then not stored. */
  public void doubt(String ticketId, String orderId) {
    doubtful.put(new Held(ticketId, orderId), clock.instant());
  }

  /** Goes through the doubtful locks that are ripe; while that fails they stay doubtful. */
  public void runDoubtful() {
    Instant ripe = clock.instant().minus(RIPE_AFTER);
    doubtful.forEach(
        (lock, since) -> {
          if (since.isBefore(ripe)) {
            release(List.of(lock), ripe);
            doubtful.remove(lock, since);
          }
        });
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
