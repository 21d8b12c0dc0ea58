package dev.ticketing.expiration.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Events;
import dev.ticketing.testing.probe.Patiently;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a server finds when it starts after one that died. */
@ExtendWith(ArquillianExtension.class)
class OverdueReservationIT {

  private static final String EXPIRATION = "expiration";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = EXPIRATION, managed = false, testable = false)
  static EnterpriseArchive expiration() {
    return ExpirationEar.build();
  }

  @Test
  void aReservationThatIsOverdueAtTheStartExpiresEvenBehindOneThatCannotBeRead() {
    insert(Identifier.next(), "NO SUCH STATUS", Instant.now().minusSeconds(7200));
    String orderId = Identifier.next();
    insert(orderId, "CREATED", Instant.now().minusSeconds(3600));
    deployer.deploy(EXPIRATION);
    try {
      Patiently.await().until(() -> !Events.published(Topic.RESERVATIONS, orderId).isEmpty());
      assertEquals(1, Events.published(Topic.RESERVATIONS, orderId).size());
    } finally {
      deployer.undeploy(EXPIRATION);
    }
  }

  private static void insert(String orderId, String status, Instant deadline) {
    Documents.of("expiration", "reservations")
        .insertOne(
            new Document("_id", orderId)
                .append("version", 0L)
                .append("userId", Identifier.next())
                .append("ticketId", Identifier.next())
                .append("status", status)
                .append("orderVersion", 0L)
                .append("expiresAt", Date.from(deadline))
                .append("dueAt", Date.from(deadline)));
  }
}
