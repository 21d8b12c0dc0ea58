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
  void aReservationThatIsOverdueAtTheStartExpires() {
    String orderId = Identifier.next();
    Date deadline = Date.from(Instant.now().minusSeconds(3600));
    Documents.of("expiration", "reservations")
        .insertOne(
            new Document("_id", orderId)
                .append("version", 0L)
                .append("userId", Identifier.next())
                .append("ticketId", Identifier.next())
                .append("status", "CREATED")
                .append("orderVersion", 0L)
                .append("expiresAt", deadline)
                .append("dueAt", deadline));
    deployer.deploy(EXPIRATION);
    try {
      Patiently.await().until(() -> !Events.published(Topic.RESERVATIONS, orderId).isEmpty());
      assertEquals(1, Events.published(Topic.RESERVATIONS, orderId).size());
    } finally {
      deployer.undeploy(EXPIRATION);
    }
  }
}
