package dev.ticketing.orders;

import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.orders.domain.HeldTicket;
import dev.ticketing.orders.domain.Listings;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLock.State;
import dev.ticketing.orders.domain.TicketLocks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Locks of a test, which keep the same rules as those in the document store. */
public final class InMemoryLocks implements TicketLocks, Listings {

  private static final class Entry {
    TicketEvent.Ticket ticket;
    long version = -1;
    boolean withdrawn;
    State state = State.FREE;
    String orderId;
    String holderId;
    Instant deadline;
    Instant takenAt;
    String paymentId;
    long hold;

    HeldTicket held() {
      return new HeldTicket(ticket.id(), ticket.title(), ticket.userId(), ticket.price(), hold);
    }

    boolean heldBy(String order) {
      return state == State.HELD && order.equals(orderId);
    }

    boolean securedBy(String order, String payment) {
      return state == State.SECURED && order.equals(orderId) && payment.equals(paymentId);
    }

    boolean toFree() {
      state = State.FREE;
      orderId = null;
      holderId = null;
      deadline = null;
      return true;
    }
  }

  private final Map<String, Entry> entries = new HashMap<>();

  @Override
  public synchronized void keep(TicketEvent.Ticket ticket, long version) {
    write(ticket, version, false);
  }

  @Override
  public synchronized void withdraw(TicketEvent.Ticket ticket, long version) {
    write(ticket, version, true);
  }

  private void write(TicketEvent.Ticket ticket, long version, boolean withdrawn) {
    Entry entry = entries.computeIfAbsent(ticket.id(), id -> new Entry());
    if (version > entry.version) {
      entry.ticket = ticket;
      entry.version = version;
      entry.withdrawn = withdrawn;
    }
  }

  @Override
  public synchronized Optional<Taken> take(
      String ticketId, String orderId, String buyerId, Instant now, Instant deadline) {
    Entry entry = entries.get(ticketId);
    boolean takeable =
        entry != null
            && !entry.withdrawn
            && !entry.ticket.userId().equals(buyerId)
            && (entry.state == State.FREE
                || entry.state == State.HELD && !entry.deadline.isAfter(now));
    if (!takeable) {
      return Optional.empty();
    }
    String displaced = orderId.equals(entry.orderId) ? null : entry.orderId;
    entry.state = State.HELD;
    entry.orderId = orderId;
    entry.holderId = buyerId;
    entry.deadline = deadline;
    entry.takenAt = now;
    entry.hold++;
    return Optional.of(new Taken(entry.held(), deadline, displaced));
  }

  @Override
  public synchronized Optional<Taken> takeAgain(String ticketId, String orderId, Instant now) {
    Entry entry = entries.get(ticketId);
    if (entry == null || !entry.heldBy(orderId)) {
      return Optional.empty();
    }
    entry.takenAt = now;
    return Optional.of(new Taken(entry.held(), entry.deadline, null));
  }

  @Override
  public synchronized boolean secure(
      String ticketId, String orderId, String paymentId, Instant now) {
    Entry entry = entries.get(ticketId);
    if (entry.securedBy(orderId, paymentId)) {
      return true;
    }
    if (!entry.heldBy(orderId) || !entry.deadline.isAfter(now)) {
      return false;
    }
    entry.state = State.SECURED;
    entry.paymentId = paymentId;
    return true;
  }

  @Override
  public synchronized boolean unsecure(String ticketId, String orderId, String paymentId) {
    Entry entry = entries.get(ticketId);
    if (!entry.securedBy(orderId, paymentId)) {
      return false;
    }
    entry.state = State.HELD;
    entry.paymentId = null;
    return true;
  }

  @Override
  public synchronized boolean sell(String ticketId, String orderId, String paymentId) {
    Entry entry = entries.get(ticketId);
    boolean sold = entry.state == State.SOLD && orderId.equals(entry.orderId);
    if (!sold && !entry.securedBy(orderId, paymentId)) {
      return false;
    }
    entry.state = State.SOLD;
    return true;
  }

  @Override
  public synchronized boolean release(String ticketId, String orderId) {
    Entry entry = entries.get(ticketId);
    return entry.heldBy(orderId) && entry.toFree();
  }

  @Override
  public synchronized boolean releaseOverdue(String ticketId, String orderId, Instant deadline) {
    Entry entry = entries.get(ticketId);
    return entry.heldBy(orderId) && !entry.deadline.isAfter(deadline) && entry.toFree();
  }

  @Override
  public synchronized boolean releaseAbandoned(
      String ticketId, String orderId, Instant takenUntil) {
    Entry entry = entries.get(ticketId);
    return entry.heldBy(orderId) && !entry.takenAt.isAfter(takenUntil) && entry.toFree();
  }

  @Override
  public synchronized long liveHoldsOf(String buyerId, Instant now) {
    return entries.values().stream()
        .filter(entry -> buyerId.equals(entry.holderId))
        .filter(
            entry ->
                entry.state == State.SECURED
                    || entry.state == State.HELD && entry.deadline.isAfter(now))
        .count();
  }

  @Override
  public synchronized Set<String> ordersNamedBy(Collection<String> ticketIds) {
    return ticketIds.stream()
        .map(entries::get)
        .filter(entry -> entry != null && entry.orderId != null)
        .map(entry -> entry.orderId)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized Optional<TicketLock> find(String ticketId) {
    return Optional.ofNullable(entries.get(ticketId))
        .map(
            entry ->
                new TicketLock(
                    entry.state,
                    entry.orderId,
                    entry.deadline,
                    entry.paymentId,
                    entry.ticket.userId(),
                    entry.withdrawn));
  }

  @Override
  public synchronized void eachHeld(int batch, Consumer<List<Held>> held) {
    entries.forEach(
        (ticketId, entry) -> {
          if (entry.state == State.HELD) {
            held.accept(List.of(new Held(ticketId, entry.orderId)));
          }
        });
  }
}
