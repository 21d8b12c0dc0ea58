package dev.ticketing.system.soak.measure;

import static org.awaitility.Awaitility.await;

import dev.ticketing.devstack.stripe.StripeSandbox;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.client.Wire;
import dev.ticketing.system.soak.market.Market;
import dev.ticketing.system.soak.market.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Compares everything that anybody was told with how it is in the end: every order, its money at
 * Stripe, its ticket. What does not fit yet is looked at again for a while.
 */
public final class Reckoning {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Market market;
  private final StripeSandbox stripe;
  private final Wire wire;
  private final Map<String, String> states = new ConcurrentHashMap<>();

  public Reckoning(Market market, StripeSandbox stripe, Wire wire) {
    this.market = market;
    this.stripe = stripe;
    this.wire = wire;
  }

  /** Every contradiction that is left when all has settled; that takes a reservation window. */
  public List<String> contradictions() {
    List<Purchase> ledger = market.ledger();
    Instant last = ledger.stream().map(Purchase::deadline).max(Instant::compareTo).orElseThrow();
    Duration left = Duration.between(Instant.now(), last);
    if (!left.isNegative()) {
      await().atMost(left.plus(PATIENCE)).until(() -> Instant.now().isAfter(last));
    }
    List<String> found = new ArrayList<>(settle(ledger));
    found.addAll(soldTwice(ledger));
    found.addAll(new Shelves(market, wire).contradictions());
    return found;
  }

  /** How many orders ended in which state. */
  public Map<String, Long> ends() {
    return new TreeMap<>(
        states.values().stream().collect(Collectors.groupingBy(s -> s, Collectors.counting())));
  }

  private List<String> settle(List<Purchase> ledger) {
    List<Purchase> left = new ArrayList<>(ledger);
    List<String> found = new ArrayList<>();
    try {
      await()
          .atMost(PATIENCE.plusSeconds(ledger.size() / 20))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                found.clear();
                left.retainAll(unsettled(left, found));
                return left.isEmpty();
              });
    } catch (ConditionTimeoutException over) {
      return found;
    }
    return List.of();
  }

  private List<Purchase> unsettled(List<Purchase> purchases, List<String> found) {
    Received received = new Received(stripe.books());
    return purchases.parallelStream()
        .filter(
            purchase -> {
              String wrong = check(purchase, received);
              add(found, wrong);
              return wrong != null;
            })
        .toList();
  }

  private String check(Purchase purchase, Received received) {
    User buyer = purchase.buyer().at(wire);
    Answer order = buyer.orderOf(purchase.id());
    String state = order.status() == 200 ? order.field("status") : "answered " + order.status();
    states.put(purchase.id(), state);
    if (!purchase.ends().contains(state)) {
      return "Order " + purchase.id() + " is " + state + ", may be " + purchase.ends();
    }
    List<Long> expected = state.equals("complete") ? List.of(purchase.cents()) : List.of();
    List<Long> captured = received.capturedFor(purchase.id());
    long held = received.heldFor(purchase.id());
    if (!captured.equals(expected) || held != 0) {
      return "Order %s is %s, costs %d: captured %s, held %d"
          .formatted(purchase.id(), state, purchase.cents(), captured, held);
    }
    return state.equals("complete") ? sold(purchase) : null;
  }

  private String sold(Purchase purchase) {
    Answer ticket = visitor().ticket(purchase.listing().id());
    boolean fits =
        ticket.field("status").equals("sold") && ticket.field("orderId").equals(purchase.id());
    return fits ? null : "Not sold by order " + purchase.id() + ": " + ticket.text();
  }

  private List<String> soldTwice(List<Purchase> ledger) {
    return ledger.stream()
        .filter(purchase -> "complete".equals(states.get(purchase.id())))
        .collect(Collectors.groupingBy(purchase -> purchase.listing().id(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .map(entry -> "Ticket " + entry.getKey() + " has complete orders: " + entry.getValue())
        .toList();
  }

  private Visitor visitor() {
    return new Visitor(wire, Map.of());
  }

  private static void add(List<String> found, String wrong) {
    if (wrong != null) {
      synchronized (found) {
        found.add(wrong);
      }
    }
  }
}
