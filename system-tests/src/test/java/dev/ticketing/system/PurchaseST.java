package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Books;
import dev.ticketing.system.running.Eventually;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The main job: somebody lists a ticket, somebody else buys it. */
@SystemTest
class PurchaseST {

  private final Ticketing ticketing;
  private final User seller;
  private final User buyer;

  PurchaseST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.seller = ticketing.newUser();
    this.buyer = ticketing.newUser();
  }

  @Test
  void aTicketForNineteenNinetyNineIsPaidAsExactly1999Cents() {
    Books books = Books.of(ticketing);
    String order = buyer.orders(seller.lists("Front row", 19.99));

    Answer payment = buyer.charge(order, "tok_visa").expect(201);

    assertEquals("captured", payment.field("status"));
    assertEquals("19.99", payment.field("amount"));
    assertEquals(List.of(1999L), books.receivedFor(order));
  }

  @Test
  void aPaidOrderIsCompleteWhenTheChargeIsAnsweredAndItsTicketIsSold() {
    String ticket = seller.lists("Balcony", 25);
    String order = buyer.orders(ticket);
    buyer.charge(order, "tok_visa").expect(201);

    assertEquals("complete", buyer.orderOf(order).expect(200).field("status"));
    Eventually.equal("sold", () -> ticketing.visitor().ticket(ticket).field("status"));
    assertEquals(order, ticketing.visitor().ticket(ticket).field("orderId"));
  }

  @Test
  void everythingThatIsMadeTellsWhereItIs() {
    Answer ticket = seller.listTicket("Circle", 12.5).expect(201);
    Answer order = buyer.order(ticket.id()).expect(201);
    Answer payment = buyer.charge(order.id(), "tok_visa").expect(201);

    for (Answer made : List.of(ticket, order, payment)) {
      String location = made.header("Location");
      assertTrue(location.startsWith(ticketing.uri().toString()), location);
      assertEquals(made.id(), buyer.get(location).expect(200).id());
    }
  }

  @Test
  void aBrowserBuysWithTheCookieThatItGotWhenItSignedIn() {
    Answer signIn =
        ticketing
            .visitor()
            .post("/api/users/signin", Map.of("email", buyer.email(), "password", User.PASSWORD))
            .expect(200);
    String cookie = signIn.header("Set-Cookie");
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    User browser = buyer.withCookie(cookie.substring(0, cookie.indexOf(';')));

    String order = browser.orders(seller.lists("Stalls", 30));
    browser.charge(order, "tok_visa").expect(201);

    assertEquals("complete", browser.orderOf(order).field("status"));
  }

  @Test
  void aBuyerSeesTheOrderWithTheTicketAndThePriceOfTheMomentOfTheLock() {
    String ticket = seller.lists("Gallery", 7.25);
    String order = buyer.orders(ticket);

    JsonNode seen = buyer.get("/api/orders").expect(200).json().get(0);

    assertEquals(order, seen.path("id").asText());
    assertEquals("created", seen.path("status").asText());
    assertEquals("7.25", seen.path("price").asText());
    assertEquals("Gallery", seen.path("ticket").path("title").asText());
    assertEquals(ticket, seen.path("ticket").path("id").asText());
  }

  @Test
  void signingOutKillsTheTokenOnEveryService() {
    User leaving = ticketing.newUser();
    List<String> protectedPaths =
        List.of("/api/orders", "/api/payments", "/api/expiration/" + "a".repeat(24));
    protectedPaths.forEach(path -> assertTrue(leaving.get(path).status() != 401, path));

    leaving.post("/api/users/signout", Map.of()).expect(200);

    protectedPaths.forEach(path -> leaving.get(path).expect(401));
    leaving.listTicket("Too late", 20).expect(401);
    leaving.patch("/api/users/me", Map.of("firstName", "Nobody")).expect(401);
    assertTrue(leaving.get("/api/users/currentuser").json().path("currentUser").isNull());
  }

  @Test
  void aUserEditsTheProfileAndIsSeenWithItFromThenOn() {
    User user = ticketing.newUser();

    Answer edited = user.patch("/api/users/me", Map.of("firstName", "Grace")).expect(200);

    assertEquals("Grace", edited.field("firstName"));
    assertEquals("Lovelace", edited.field("lastName"));
    JsonNode current = user.get("/api/users/currentuser").json().path("currentUser");
    assertEquals("Grace", current.path("firstName").asText());
    assertEquals(user.id(), current.path("id").asText());
  }
}
