package dev.ticketing.orders.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Events;
import dev.ticketing.testing.probe.Patiently;
import dev.ticketing.testing.probe.Simultaneously;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets a ticket when many order it at the same moment. */
@ExtendWith(ArquillianExtension.class)
class TicketLockIT {

  private static final int BUYERS = 20;

  private final String ticketId = Identifier.next();

  @Deployment(testable = false)
  static EnterpriseArchive orders() {
    return OrdersEar.build();
  }

  @BeforeEach
  void aTicketIsListed() {
    TicketEvent.Ticket ticket =
        new TicketEvent.Ticket(
            ticketId, Identifier.next(), "Title", null, null, new Money(1999, "usd"));
    Events.put(new TicketEvent.TicketCreated(ticket), ticketId, 0);
    Patiently.await().until(() -> Documents.find("orders", "tickets", ticketId).isPresent());
  }

  @Test
  void ofManyBuyersAtOnceOneGetsTheTicketAndAllOthersAConflict() {
    String body = "{\"ticketId\":\"" + ticketId + "\"}";
    List<Integer> statuses =
        Simultaneously.run(
            BUYERS,
            buyer -> () -> Api.as(Identifier.next()).post("/api/orders", body).statusCode());
    assertEquals(1, statuses.stream().filter(status -> status == 201).count(), "" + statuses);
    assertEquals(BUYERS - 1, statuses.stream().filter(status -> status == 409).count());
    assertEquals(1, Documents.of("orders", "orders").countDocuments(ofTicket()));
  }

  /** The control: as many buyers who look first and then write, without the condition. */
  @Test
  void withoutTheConditionInTheWriteSeveralBelieveToHaveTheTicket() {
    MongoCollection<Document> locks = Documents.of("orders", "tickets");
    Document byId = new Document("_id", ticketId);
    CyclicBarrier haveLooked = new CyclicBarrier(BUYERS);
    List<Boolean> taken =
        Simultaneously.run(
            BUYERS,
            buyer ->
                () -> {
                  boolean free = "FREE".equals(locks.find(byId).first().getString("state"));
                  haveLooked.await();
                  Document take = new Document("state", "HELD").append("orderId", "" + buyer);
                  return free
                      && locks.updateOne(byId, new Document("$set", take)).getMatchedCount() == 1;
                });
    assertTrue(taken.stream().filter(won -> won).count() > 1);
  }

  private Document ofTicket() {
    return new Document("ticketId", ticketId);
  }
}
