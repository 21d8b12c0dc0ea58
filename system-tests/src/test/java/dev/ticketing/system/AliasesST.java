package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of earlier ticket APIs find every path where they are used to it. */
@SystemTest
class AliasesST {

  private final Ticketing ticketing;
  private final User seller;
  private final User buyer;

  AliasesST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  private String newTicket() {
    return seller.lists("Alias", 19.99);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/users/signup", "/api/users/signup/"})
  void signUp(String path) {
    String email = UUID.randomUUID() + "@example.org";
    Map<String, String> person =
        Map.of("firstName", "A", "lastName", "B", "email", email, "password", User.PASSWORD);

    assertEquals(email, ticketing.visitor().post(path, person).expect(201).field("email"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/users/signin", "/api/users/signin/"})
  void signIn(String path) {
    Map<String, String> credentials = Map.of("email", buyer.email(), "password", User.PASSWORD);

    assertEquals(buyer.id(), ticketing.visitor().post(path, credentials).expect(200).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/users/signout",
        "/api/users/signout/",
        "/api/users/logout",
        "/api/users/logout/"
      })
  void signOut(String path) {
    User leaving = ticketing.newUser();

    assertEquals("{}", leaving.post(path, Map.of()).expect(200).text());

    leaving.get("/api/orders").expect(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/users/currentuser",
        "/api/users/currentuser/",
        "/api/users/current",
        "/api/users/current/"
      })
  void currentUser(String path) {
    Answer known = buyer.get(path).expect(200);
    assertEquals(buyer.id(), known.json().path("currentUser").path("id").asText());
    assertEquals("{\"currentUser\":null}", ticketing.visitor().get(path).expect(200).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/tickets",
        "/api/tickets/",
        "/api/tickets/create",
        "/api/tickets/create/",
        "/api/tickets/new",
        "/api/tickets/new/"
      })
  void createTicket(String path) {
    Answer ticket = seller.post(path, Map.of("title", "By alias", "price", 5)).expect(201);

    assertEquals(ticketing.uri() + "/api/tickets/" + ticket.id(), ticket.header("Location"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/tickets/{id}",
        "/api/tickets/{id}/",
        "/api/tickets/update/{id}",
        "/api/tickets/update/{id}/"
      })
  void updateTicket(String path) {
    String ticket = newTicket();

    Answer updated = seller.put(path.replace("{id}", ticket), Map.of("title", "New name"));

    assertEquals("New name", updated.expect(200).field("title"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/tickets", "/api/tickets/", "/api/tickets/{id}", "/api/tickets/{id}/"})
  void readTickets(String path) {
    ticketing.visitor().get(path.replace("{id}", newTicket())).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/orders",
        "/api/orders/",
        "/api/orders/new",
        "/api/orders/new/",
        "/api/order",
        "/api/order/",
        "/api/order/new"
      })
  void placeOrder(String path) {
    Answer order = buyer.post(path, Map.of("ticketId", newTicket())).expect(201);

    assertEquals(ticketing.uri() + "/api/orders/" + order.id(), order.header("Location"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/orders",
        "/api/orders/",
        "/api/orders/{id}",
        "/api/orders/{id}/",
        "/api/order/{id}",
        "/api/expiration/{id}",
        "/api/expiration/{id}/"
      })
  void readOrders(String path) {
    buyer.get(path.replace("{id}", buyer.orders(newTicket()))).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /api/orders/{id}",
    "PATCH, /api/orders/{id}/",
    "PATCH, /api/order/{id}",
    "DELETE, /api/orders/{id}",
    "DELETE, /api/orders/{id}/",
    "DELETE, /api/order/{id}",
    "DELETE, /api/order/{id}/"
  })
  void cancelOrder(String method, String path) {
    String order = buyer.orders(newTicket());
    String target = path.replace("{id}", order);

    if (method.equals("PATCH")) {
      buyer.patch(target, null).expect(200);
    } else {
      buyer.delete(target).expect(204);
    }
    assertEquals("cancelled", buyer.orderOf(order).field("status"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/payments/charge",
        "/api/payments/charge/",
        "/api/payments",
        "/api/payments/",
        "/api/payments/new",
        "/api/payment/new",
        "/api/payment/new/",
        "/api/payment/charge",
        "/api/payment"
      })
  void charge(String path) {
    String order = buyer.orders(newTicket());

    Answer payment = buyer.post(path, Map.of("token", "tok_visa", "orderId", order)).expect(201);

    assertEquals(ticketing.uri() + "/api/payments/" + payment.id(), payment.header("Location"));
    assertEquals("complete", buyer.orderOf(order).field("status"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/payments?orderId={id}",
        "/api/payments/?orderId={id}",
        "/api/payment?orderId={id}"
      })
  void readPayments(String path) {
    String order = buyer.orders(newTicket());
    String payment = buyer.charge(order, "tok_visa").expect(201).id();

    Answer found = buyer.get(path.replace("{id}", order)).expect(200);

    assertEquals(payment, found.json().path(0).path("id").asText());
  }
}
