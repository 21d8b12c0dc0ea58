package dev.ticketing.orders.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.ticketing.orders.domain.TicketLock.State.FREE;
import static dev.ticketing.orders.domain.TicketLock.State.HELD;
import static dev.ticketing.orders.domain.TicketLock.State.SECURED;
import static dev.ticketing.orders.domain.TicketLock.State.SOLD;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import dev.ticketing.contracts.Money;
import dev.ticketing.orders.adapter.OrdersDomain;
import dev.ticketing.orders.domain.HeldTicket;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Takes and gives back locks by single updates of the document store, each with its whole condition
 * in the filter: the store applies one at a time to a document, so it is the arbiter.
 */
@ApplicationScoped
public class MongoTicketLocks implements TicketLocks {

  private MongoCollection<Document> locks;

  /** For the container's proxy. */
  protected MongoTicketLocks() {}

  @Inject
  public MongoTicketLocks(OrdersDomain domain) {
    this(domain.store().collection(LockFields.COLLECTION));
  }

  MongoTicketLocks(MongoCollection<Document> locks) {
    this.locks = locks;
  }

  @Override
  public Optional<Taken> take(
      String ticketId, String orderId, String buyerId, Instant now, Instant deadline) {
    Bson takeable =
        and(
            eq(LockFields.ID, ticketId),
            ne(LockFields.SELLER, buyerId),
            ne(LockFields.WITHDRAWN, true),
            or(
                eq(LockFields.STATE, FREE.name()),
                and(eq(LockFields.STATE, HELD.name()), lte(LockFields.DEADLINE, Date.from(now)))));
    Bson taking =
        combine(
            set(LockFields.STATE, HELD.name()),
            set(LockFields.ORDER, orderId),
            set(LockFields.HOLDER, buyerId),
            set(LockFields.DEADLINE, Date.from(deadline)),
            set(LockFields.TAKEN, Date.from(now)),
            inc(LockFields.HOLD, 1L));
    Document before =
        locks.findOneAndUpdate(
            takeable, taking, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE));
    return Optional.ofNullable(before)
        .map(
            found ->
                new Taken(
                    ticketFrom(found, found.getLong(LockFields.HOLD) + 1),
                    deadline,
                    displacedFrom(found, orderId)));
  }

  @Override
  public Optional<Taken> takeAgain(String ticketId, String orderId, Instant now) {
    Bson mine =
        and(
            eq(LockFields.ID, ticketId),
            eq(LockFields.ORDER, orderId),
            eq(LockFields.STATE, HELD.name()));
    Document found = locks.findOneAndUpdate(mine, set(LockFields.TAKEN, Date.from(now)));
    return Optional.ofNullable(found)
        .map(
            lock ->
                new Taken(
                    ticketFrom(lock, lock.getLong(LockFields.HOLD)),
                    lock.getDate(LockFields.DEADLINE).toInstant(),
                    null));
  }

  private static HeldTicket ticketFrom(Document lock, long hold) {
    return new HeldTicket(
        lock.getString(LockFields.ID),
        lock.getString(LockFields.TITLE),
        lock.getString(LockFields.SELLER),
        new Money(lock.getLong(LockFields.PRICE), lock.getString(LockFields.CURRENCY)),
        hold);
  }

  /** An order that takes its own overdue lock once more displaces nobody. */
  private static String displacedFrom(Document before, String orderId) {
    String displaced = before.getString(LockFields.ORDER);
    return orderId.equals(displaced) ? null : displaced;
  }

  @Override
  public boolean secure(String ticketId, String orderId, String paymentId, Instant now) {
    Bson held = and(eq(LockFields.STATE, HELD.name()), gt(LockFields.DEADLINE, Date.from(now)));
    Bson securedBefore =
        and(eq(LockFields.STATE, SECURED.name()), eq(LockFields.PAYMENT, paymentId));
    return step(
        ticketId,
        orderId,
        or(held, securedBefore),
        combine(set(LockFields.STATE, SECURED.name()), set(LockFields.PAYMENT, paymentId)));
  }

  @Override
  public boolean unsecure(String ticketId, String orderId, String paymentId) {
    return step(
        ticketId,
        orderId,
        and(eq(LockFields.STATE, SECURED.name()), eq(LockFields.PAYMENT, paymentId)),
        combine(set(LockFields.STATE, HELD.name()), unset(LockFields.PAYMENT)));
  }

  @Override
  public boolean sell(String ticketId, String orderId, String paymentId) {
    return step(
        ticketId,
        orderId,
        and(in(LockFields.STATE, SECURED.name(), SOLD.name()), eq(LockFields.PAYMENT, paymentId)),
        combine(set(LockFields.STATE, SOLD.name()), unset(LockFields.HOLDER)));
  }

  @Override
  public boolean release(String ticketId, String orderId) {
    return step(ticketId, orderId, eq(LockFields.STATE, HELD.name()), toFree());
  }

  @Override
  public boolean releaseOverdue(String ticketId, String orderId, Instant deadline) {
    return step(
        ticketId,
        orderId,
        and(eq(LockFields.STATE, HELD.name()), lte(LockFields.DEADLINE, Date.from(deadline))),
        toFree());
  }

  @Override
  public boolean releaseAbandoned(String ticketId, String orderId, Instant takenUntil) {
    return step(
        ticketId,
        orderId,
        and(eq(LockFields.STATE, HELD.name()), lte(LockFields.TAKEN, Date.from(takenUntil))),
        toFree());
  }

  private static Bson toFree() {
    return combine(
        set(LockFields.STATE, FREE.name()),
        unset(LockFields.ORDER),
        unset(LockFields.HOLDER),
        unset(LockFields.DEADLINE),
        unset(LockFields.TAKEN));
  }

  private boolean step(String ticketId, String orderId, Bson condition, Bson change) {
    Bson filter = and(eq(LockFields.ID, ticketId), eq(LockFields.ORDER, orderId), condition);
    return locks.updateOne(filter, change).getMatchedCount() == 1;
  }

  @Override
  public Optional<TicketLock> find(String ticketId) {
    return Optional.ofNullable(locks.find(eq(LockFields.ID, ticketId)).first())
        .map(MongoTicketLocks::lockFrom);
  }

  @Override
  public long liveHoldsOf(String buyerId, Instant now) {
    long live = 0;
    for (Document lock :
        locks
            .find(eq(LockFields.HOLDER, buyerId))
            .projection(Projections.include(LockFields.STATE, LockFields.DEADLINE))) {
      live += isLive(lock, now) ? 1 : 0;
    }
    return live;
  }

  private static boolean isLive(Document lock, Instant now) {
    return switch (TicketLock.State.valueOf(lock.getString(LockFields.STATE))) {
      case HELD -> lock.getDate(LockFields.DEADLINE).toInstant().isAfter(now);
      case SECURED -> true;
      case FREE, SOLD -> false;
    };
  }

  @Override
  public Set<String> ordersNamedBy(Collection<String> ticketIds) {
    Set<String> named = new HashSet<>();
    locks
        .find(in(LockFields.ID, ticketIds))
        .projection(Projections.include(LockFields.ORDER))
        .forEach(lock -> named.add(lock.getString(LockFields.ORDER)));
    named.remove(null);
    return named;
  }

  @Override
  public void eachHeld(int batch, Consumer<List<Held>> held) {
    List<Held> found = new ArrayList<>();
    for (Document lock :
        locks
            .find(eq(LockFields.STATE, HELD.name()))
            .projection(Projections.include(LockFields.ORDER))) {
      found.add(new Held(lock.getString(LockFields.ID), lock.getString(LockFields.ORDER)));
      if (found.size() == batch) {
        held.accept(List.copyOf(found));
        found.clear();
      }
    }
    held.accept(found);
  }

  private static TicketLock lockFrom(Document document) {
    Date deadline = document.getDate(LockFields.DEADLINE);
    return new TicketLock(
        TicketLock.State.valueOf(document.getString(LockFields.STATE)),
        document.getString(LockFields.ORDER),
        deadline == null ? null : deadline.toInstant(),
        document.getString(LockFields.PAYMENT),
        document.getString(LockFields.SELLER),
        document.getBoolean(LockFields.WITHDRAWN, false));
  }
}
