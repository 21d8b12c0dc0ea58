package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.market.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks whether what was told of an order is so: the order at once, the ticket when its domain has
 * had time to follow.
 */
public final class Audits implements Behaviour {

  /** Time enough for events, and for the clock, on a busy machine. */
  private static final Duration SETTLED = Duration.ofSeconds(30);

  @Override
  public void act(Scene scene) {
    scene.market().anyPurchase(scene.random()).ifPresent(purchase -> audit(scene, purchase));
  }

  private static void audit(Scene scene, Purchase purchase) {
    Set<String> allowed = allowed(purchase);
    boolean settled = isOver(purchase.told());
    var order =
        scene
            .send("audit order", wire -> purchase.buyer().at(wire).orderOf(purchase.id()))
            .expect(200);
    if (!order.is(200)) {
      return;
    }
    allowed.addAll(allowed(purchase));
    scene
        .contradictions()
        .unless(
            allowed.contains(order.field("status")),
            "Order may only be " + allowed + ": " + order.text());
    scene
        .contradictions()
        .unless(
            Cents.of(order.json().path("price")) == purchase.cents(),
            "Order costs other than " + purchase.cents() + ": " + order.text());
    if (purchase.wasPaid()) {
      auditPayments(scene, purchase);
      if (settled) {
        auditTicket(scene, purchase);
      }
    }
  }

  private static Set<String> allowed(Purchase purchase) {
    Set<String> allowed = new HashSet<>(purchase.ends());
    boolean toldTheEnd = purchase.wasPaid() || purchase.wasCancelled();
    if (!toldTheEnd && !isOver(purchase.deadline())) {
      allowed.add("created");
    }
    if (!toldTheEnd && purchase.mayBePaid()) {
      allowed.add("awaiting:payment");
    }
    return allowed;
  }

  private static boolean isOver(Instant time) {
    return time.plus(SETTLED).isBefore(Instant.now());
  }

  private static void auditPayments(Scene scene, Purchase purchase) {
    var payments =
        scene
            .send(
                "audit payments",
                wire -> purchase.buyer().at(wire).get("/api/payments?orderId=" + purchase.id()))
            .expect(200);
    List<String> captured =
        payments.json().findValuesAsText("status").stream().filter("captured"::equals).toList();
    scene
        .contradictions()
        .unless(captured.size() == 1, "Not captured once: " + purchase.id() + payments.text());
  }

  private static void auditTicket(Scene scene, Purchase purchase) {
    var ticket =
        scene
            .send("audit ticket", wire -> purchase.buyer().at(wire).ticket(purchase.listing().id()))
            .expect(200);
    boolean sold =
        ticket.field("status").equals("sold") && ticket.field("orderId").equals(purchase.id());
    scene.contradictions().unless(sold, "Not sold by " + purchase.id() + ": " + ticket.text());
  }
}
