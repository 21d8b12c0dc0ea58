package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.devstack.stripe.Switches;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.Ticketing;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who and what the journeys have in common, and what they all do and look at. */
final class Cast {

  static final double PRICE = 19.99;

  private static final Duration SOON = Duration.ofSeconds(20);

  private final Ticketing ticketing;
  private final Ledger ledger;
  private final User seller;
  private final User buyer;
  private final User next;

  Cast(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.ledger = new Ledger(ticketing);
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
    this.next = ticketing.newUser();
  }

  Ticketing ticketing() {
    return ticketing;
  }

  Machinery machinery() {
    return ticketing.machinery();
  }

  Books books() {
    return Books.of(ticketing);
  }

  Ledger ledger() {
    return ledger;
  }

  User seller() {
    return seller;
  }

  User buyer() {
    return buyer;
  }

  /** Who comes after the buyer. */
  User next() {
    return next;
  }

  Visitor visitor() {
    return ticketing.visitor();
  }

  /** A title that no other ticket has. */
  static String newTitle() {
    return "A seat " + UUID.randomUUID();
  }

  /** A ticket on sale. */
  String ticket() {
    String title = newTitle();
    return ledger.listed(seller.listTicket(title, PRICE), title);
  }

  /** The ids of the tickets on sale that have this title. */
  List<String> ticketsTitled(String title) {
    return visitor()
        .get("/api/tickets?q=" + title.replace(' ', '+'))
        .expect(200)
        .json()
        .findValuesAsText("id");
  }

  String statusOf(User user, String order) {
    return user.orderOf(order).expect(200).field("status");
  }

  String stateOf(String ticket) {
    return visitor().ticket(ticket).expect(200).field("status");
  }

  /** The orders of this user for this ticket, however they stand. */
  List<String> ordersOf(User user, String ticket) {
    List<String> found = new ArrayList<>();
    for (JsonNode order : user.get("/api/orders?limit=100").expect(200).json()) {
      if (order.at("/ticket/id").asText().equals(ticket)) {
        found.add(order.path("id").asText());
      }
    }
    return found;
  }

  Answer signIn(String email) {
    return visitor().post("/api/users/signin", Map.of("email", email, "password", User.PASSWORD));
  }

  Switches switches() {
    return machinery().stack().stripe().switches();
  }

  /** From now on Stripe's webhooks go there. */
  void sendNewsTo(URI url) {
    machinery().stack().stripe().sendWebhooksTo(url);
  }

  /** Stripe works and tells its news as if nothing had been. */
  void repairStripe() {
    switches().clear();
    sendNewsTo(ticketing.uri().resolve("/api/payments/webhook"));
  }

  /** The next user orders the ticket, pays, and has it. */
  void sell(String ticket) {
    pay(next, ledger.ordered(next, next.order(ticket)));
    awaitSold(ticket);
  }

  void awaitSold(String ticket) {
    Eventually.equal(SOON, "sold", () -> stateOf(ticket));
  }

  void awaitReserved(String ticket) {
    Eventually.equal(SOON, "reserved", () -> stateOf(ticket));
  }

  void awaitStatus(User user, String order, String status) {
    Eventually.equal(SOON, status, () -> statusOf(user, order));
  }

  void awaitPayments(User user, String order, int count) {
    Eventually.equal(SOON, count, () -> user.paymentStatusesOf(order).size());
  }

  /** Pays the order, which is complete by that or, where it is answered so, soon after. */
  void pay(User user, String order) {
    int answer = user.charge(order, "tok_visa").status();
    assertTrue(answer == 201 || answer == 202, "answered " + answer);
    awaitStatus(user, order, "complete");
    ledger.told(user, order, "complete");
  }
}
