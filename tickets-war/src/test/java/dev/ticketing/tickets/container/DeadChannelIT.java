package dev.ticketing.tickets.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.Part;
import dev.ticketing.testing.container.Surroundings;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Broker;
import dev.ticketing.testing.probe.Patiently;
import dev.ticketing.tickets.container.broken.BrokenConsumer;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The health of the server tells a channel that has died from servers that are away. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadChannelIT {

  @Deployment(testable = false)
  static EnterpriseArchive tickets() {
    return TicketsEar.configured(BrokenConsumer.CHANNEL, BrokenConsumer.class);
  }

  @Test
  @Order(1)
  void whileTheChannelConsumesTheServerIsAlive() {
    assertEquals(200, live().statusCode(), live().body());
    assertTrue(live().body().contains("tickets-channels"), live().body());
  }

  @Test
  @Order(2)
  void aServerThatCannotReachItsStoreIsNotReadyButAlive() {
    Surroundings.stack().stop(Part.STORE);
    try {
      Patiently.await().until(() -> ready().statusCode() == 503);
      assertEquals(200, live().statusCode(), live().body());
    } finally {
      Surroundings.stack().start(Part.STORE);
    }
    Patiently.await().until(() -> ready().statusCode() == 200);
  }

  @Test
  @Order(3)
  void aServerThatCannotReachItsBrokerIsAlive() {
    Surroundings.stack().stop(Part.KAFKA);
    try {
      assertEquals(200, live().statusCode(), live().body());
    } finally {
      Surroundings.stack().start(Part.KAFKA);
    }
    try (Consumers consumers = new Consumers("tickets.orders")) {
      Patiently.await().until(() -> consumers.count() == 1);
    }
    assertEquals(200, live().statusCode(), live().body());
  }

  @Test
  @Order(4)
  void aConsumerThatLetsAnErrorThroughHasLostItsChannel() {
    Broker.put("users", "a key", "a message");
    Patiently.await().until(() -> live().statusCode() == 503);
    assertTrue(live().body().contains("\"tickets-broken\":\"left alone\""), live().body());
    assertFalse(live().body().contains("tickets-orders"), live().body());
  }

  @Test
  @Order(5)
  void aChannelThatHasDiedIsNamedAndTheServerNoLongerAlive() throws Exception {
    try (Consumers consumers = new Consumers("tickets.orders")) {
      Patiently.await().until(() -> consumers.count() == 1);
      AutoCloseable intruder = consumers.takeOver();
      try {
        Patiently.await().until(() -> live().body().contains("\"tickets-orders\":\"closed\""));
      } finally {
        intruder.close();
      }
    }
    assertEquals(503, live().statusCode());
    assertEquals(200, ready().statusCode(), ready().body());
  }

  private static HttpResponse<String> live() {
    return Api.anonymous().get("/health/live");
  }

  private static HttpResponse<String> ready() {
    return Api.anonymous().get("/health/ready");
  }
}
