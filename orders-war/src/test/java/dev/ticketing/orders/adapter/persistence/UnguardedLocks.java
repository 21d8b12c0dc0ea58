package dev.ticketing.orders.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLock.State;
import dev.ticketing.orders.domain.TicketLocks;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The control of every race for a lock: the same rules, but looked at first and written after. This
 * is how tickets are sold twice, and how money is taken for orders that have ended.
 */
final class UnguardedLocks implements TicketLocks {

  private final MongoCollection<Document> collection;
  private final TicketLocks locks;

  UnguardedLocks(MongoCollection<Document> collection) {
    this.collection = collection;
    this.locks = new MongoTicketLocks(collection);
  }

  /** Takes for granted what the guard would make sure of: that nobody has come in between. */
  @Override
  public Optional<Taken> take(
      String ticketId, String orderId, String buyerId, Instant now, Instant deadline) {
    TicketLock lock = locks.find(ticketId).orElseThrow();
    boolean overdue = lock.state() == State.HELD && !lock.deadline().isAfter(now);
    if (lock.state() != State.FREE && !overdue) {
      return Optional.empty();
    }
    write(ticketId, State.FREE, null);
    return locks.take(ticketId, orderId, buyerId, now, deadline);
  }

  @Override
  public boolean secure(String ticketId, String orderId, String paymentId, Instant now) {
    return step(
        ticketId,
        lock ->
            lock.isHeldBy(orderId) && lock.deadline().isAfter(now)
                || lock.state() == State.SECURED && paymentId.equals(lock.paymentId()),
        combine(set(LockFields.STATE, State.SECURED.name()), set(LockFields.PAYMENT, paymentId)));
  }

  @Override
  public boolean unsecure(String ticketId, String orderId, String paymentId) {
    return step(
        ticketId,
        lock -> lock.state() == State.SECURED && paymentId.equals(lock.paymentId()),
        combine(set(LockFields.STATE, State.HELD.name()), set(LockFields.PAYMENT, null)));
  }

  @Override
  public boolean sell(String ticketId, String orderId, String paymentId) {
    return step(
        ticketId,
        lock -> lock.names(orderId) && paymentId.equals(lock.paymentId()),
        set(LockFields.STATE, State.SOLD.name()));
  }

  @Override
  public boolean release(String ticketId, String orderId) {
    return step(ticketId, lock -> lock.isHeldBy(orderId), toFree());
  }

  @Override
  public boolean releaseOverdue(String ticketId, String orderId, Instant deadline) {
    return step(
        ticketId, lock -> lock.isHeldBy(orderId) && !lock.deadline().isAfter(deadline), toFree());
  }

  /** Not part of any race. */
  @Override
  public Optional<Taken> takeAgain(String ticketId, String orderId, Instant now) {
    return locks.takeAgain(ticketId, orderId, now);
  }

  @Override
  public boolean releaseAbandoned(String ticketId, String orderId, Instant takenUntil) {
    return locks.releaseAbandoned(ticketId, orderId, takenUntil);
  }

  @Override
  public Optional<TicketLock> find(String ticketId) {
    return locks.find(ticketId);
  }

  @Override
  public long liveHoldsOf(String buyerId, Instant now) {
    return locks.liveHoldsOf(buyerId, now);
  }

  @Override
  public Set<String> ordersNamedBy(Collection<String> ticketIds) {
    return locks.ordersNamedBy(ticketIds);
  }

  @Override
  public void eachHeld(int batch, Consumer<List<Held>> held) {
    locks.eachHeld(batch, held);
  }

  private boolean step(String ticketId, Predicate<TicketLock> condition, Bson change) {
    if (!locks.find(ticketId).filter(condition).isPresent()) {
      return false;
    }
    collection.updateOne(eq(LockFields.ID, ticketId), change);
    return true;
  }

  private void write(String ticketId, State state, Date deadline) {
    collection.updateOne(
        eq(LockFields.ID, ticketId),
        combine(
            set(LockFields.STATE, state.name()),
            set(LockFields.ORDER, null),
            set(LockFields.DEADLINE, deadline)));
  }

  private static Bson toFree() {
    return combine(
        set(LockFields.STATE, State.FREE.name()),
        set(LockFields.ORDER, null),
        set(LockFields.DEADLINE, null));
  }
}
