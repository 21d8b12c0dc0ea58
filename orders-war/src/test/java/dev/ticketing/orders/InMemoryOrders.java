package dev.ticketing.orders;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Orders of a test; it can be told to die before the next write, as a server may. */
public final class InMemoryOrders implements OrderRepository {

  /** The server died: whatever was underway stops here. */
  public static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Map<String, Order> orders = new LinkedHashMap<>();
  private boolean dying;

  public void dieBeforeTheNextWrite() {
    dying = true;
  }

  private void mayDie() {
    if (dying) {
      dying = false;
      throw new Died();
    }
  }

  @Override
  public synchronized boolean add(Order order) {
    mayDie();
    return orders.putIfAbsent(order.id(), order) == null;
  }

  @Override
  public synchronized Optional<Order> find(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  @Override
  public synchronized Optional<Order> change(String id, Consumer<Order> change) {
    mayDie();
    Optional<Order> order = find(id);
    order.ifPresent(change);
    return order;
  }

  @Override
  public synchronized List<Waiting> waitingSince(Instant time, String after, int limit) {
    return orders.values().stream()
        .filter(order -> order.status() == OrderStatus.CREATED && order.createdAt().isBefore(time))
        .filter(order -> order.id().compareTo(after) > 0)
        .sorted(Comparator.comparing(Order::id))
        .limit(limit)
        .map(order -> new Waiting(order.id(), order.ticketId()))
        .toList();
  }

  @Override
  public synchronized Set<String> existing(Collection<String> ids) {
    return ids.stream().filter(orders::containsKey).collect(Collectors.toSet());
  }

  public synchronized List<Order> all() {
    return List.copyOf(orders.values());
  }

  /** The names of the events an order has told so far. */
  public synchronized List<String> told(String id) {
    return orders.get(id).outbox().stream().map(Envelope::type).map(Enum::name).toList();
  }
}
