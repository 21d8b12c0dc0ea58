package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Audited;
import dev.ticketing.system.running.Databases;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Turn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every act that concerns somebody's security or money is in the audit. This runs near the end, so
 * that it looks at all that was done before, by servers that were killed while they did it too.
 */
@SystemTest
@Order(Turn.LAST)
class AuditST {

  private final Ticketing ticketing;

  AuditST(Ticketing ticketing) {
    this.ticketing = ticketing;
    ticketing.machinery().useWindow(Machinery.LONG_WINDOW);
  }

  private Audited settled() {
    Eventually.equal(false, () -> Databases.now(ticketing).hasUnpublished());
    return Audited.in(Databases.now(ticketing));
  }

  @Test
  void aPurchaseIsThereWithWhoDidWhatAndFromWhere() {
    User seller = ticketing.newUser();
    User buyer = ticketing.newUser();
    String ticket = seller.lists("A seat", 19.99);
    String order = buyer.orders(ticket);
    String payment = buyer.charge(order, "tok_visa").expect(201).id();
    Audited audit = settled();

    assertEquals(seller.id(), audit.only("TicketCreated", ticket).getString("who"));
    Document placed = audit.only("OrderCreated", order);
    assertEquals(buyer.id(), placed.getString("who"));
    assertEquals("127.0.0.1", placed.getString("address"));
    assertTrue(placed.getString("detail").contains("1999 usd"), placed::toString);
    assertEquals(buyer.id(), audit.only("ChargeAsked", payment).getString("who"));
    assertEquals("system", audit.only("ChargeCreated", payment).getString("who"));
    assertEquals("system", audit.only("OrderCompleted", order).getString("who"));
  }

  @Test
  void whatASignInCameToIsThereAndNothingThatIsSecret() {
    User user = ticketing.newUser();
    User again = user.withTokenOf(user.signIn().expect(200));
    ticketing
        .visitor()
        .post("/api/users/signin", Map.of("email", user.email(), "password", "not the horse"))
        .expect(400);
    again.post("/api/users/signout", Map.of()).expect(200);
    Audited audit = settled();

    assertEquals("anonymous", audit.only("UserCreated", user.id()).getString("who"));
    List<Document> signIns = audit.by(user.id(), "SignIn");
    assertEquals(2, signIns.size(), signIns::toString);
    assertTrue(signIns.stream().allMatch(one -> "127.0.0.1".equals(one.getString("address"))));
    assertEquals("REFUSED", audit.only("SignIn", user.id()).getString("outcome"));
    List<Document> ends = audit.by(user.id(), "SessionEnded");
    assertEquals(1, ends.size(), ends::toString);
    assertTrue(ends.get(0).getString("detail").endsWith("SIGNED_OUT"), ends::toString);
    String everything = audit.toString();
    for (String secret : List.of(user.email(), User.PASSWORD, "not the horse", again.token())) {
      assertFalse(everything.contains(secret), "The audit has " + secret);
    }
  }

  @Test
  void aWebhookThatStripeHasNotSignedIsThereOnce() {
    int before = settled().all("StripeWebhook", null).size();
    for (int i = 0; i < 5; i++) {
      ticketing.visitor().post("/api/payments/webhook", Map.of("id", "evt_1")).expect(400);
    }
    int after = settled().all("StripeWebhook", null).size();
    assertTrue(after >= 1 && after - before <= 2, after - before + " entries for five refusals");
  }

  @Test
  void ofAllThatTheRunHasDoneNothingIsMissing() {
    Databases all = Databases.now(ticketing);
    Audited audit = settled();
    int checked = 0;
    checked += audit.requireOneForEach(all, "auth/users", "UserCreated", Set.of());
    checked += audit.requireOneForEach(all, "tickets/tickets", "TicketCreated", Set.of());
    checked += audit.requireOneForEach(all, "orders/orders", "OrderCreated", Set.of());
    checked += audit.requireOneForEach(all, "orders/orders", "OrderCompleted", Set.of("COMPLETE"));
    checked += audit.requireOneForEach(all, "orders/orders", "OrderExpired", Set.of("EXPIRED"));
    checked += audit.requireOneForEach(all, "orders/orders", "OrderCancelled", Set.of("CANCELLED"));
    checked += audit.requireOneForEach(all, "payments/payments", "ChargeAsked", Set.of());
    checked +=
        audit.requireOneForEach(all, "payments/payments", "ChargeCreated", Set.of("CAPTURED"));
    System.out.printf(
        "Audit: %d acts of %d entries looked for, none missing%n", checked, audit.size());
    assertTrue(checked > 0);
  }
}
