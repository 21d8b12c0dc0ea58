package dev.ticketing.orders.container;

import static dev.ticketing.testing.container.Answers.assertRefused;
import static dev.ticketing.testing.container.Answers.expect;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.container.TokenRules;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Events;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** Who may see and cancel orders. */
class OrderSecurityIT extends TokenRules {

  @Deployment(testable = false)
  static EnterpriseArchive orders() {
    return OrdersEar.build();
  }

  @Override
  protected HttpResponse<String> request(Api caller) {
    return caller.get("/api/orders");
  }

  @Override
  protected int granted() {
    return 200;
  }

  @Test
  void anotherBuyersOrderCanNeitherBeSeenNorCancelled() {
    String path = "/api/orders/" + orderOf(USER, Identifier.next());
    assertRefused(401, Api.anonymous().get(path));
    assertRefused(403, Api.as(OTHER).get(path));
    assertRefused(403, Api.as(OTHER).send("PATCH", path, null));
    assertRefused(403, Api.as(OTHER).send("DELETE", path, null));
    expect(200, Api.as(USER).get(path));
    expect(200, Api.as(USER).send("PATCH", path, null));
  }

  private static String orderOf(String buyer, String seller) {
    String id = Identifier.next();
    TicketEvent.Ticket ticket =
        new TicketEvent.Ticket(id, seller, "Title", null, null, new Money(1999, "usd"));
    Events.put(new TicketEvent.TicketCreated(ticket), id, 0);
    String body = "{\"ticketId\":\"" + id + "\"}";
    return expect(201, Api.as(buyer).post("/api/orders", body)).get("id").asText();
  }
}
