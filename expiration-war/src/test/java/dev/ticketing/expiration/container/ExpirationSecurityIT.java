package dev.ticketing.expiration.container;

import static dev.ticketing.testing.container.Answers.assertRefused;
import static dev.ticketing.testing.container.Answers.expect;

import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.container.TokenRules;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Events;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may see how much time an order has. */
class ExpirationSecurityIT extends TokenRules {

  private final String orderId = Identifier.next();

  @Deployment(testable = false)
  static EnterpriseArchive expiration() {
    return ExpirationEar.build();
  }

  @BeforeEach
  void theUserHasAnOrder() {
    Instant deadline = Instant.now().plusSeconds(900);
    Events.put(new OrderEvent.OrderCreated(Orders.of(orderId, USER, deadline)), orderId, 0);
  }

  @Override
  protected HttpResponse<String> request(Api caller) {
    return caller.get("/api/expiration/" + orderId);
  }

  @Override
  protected int granted() {
    return 200;
  }

  @Test
  void anotherBuyersOrderIsNotShown() {
    expect(200, request(Api.as(USER)));
    assertRefused(403, request(Api.as(OTHER)));
  }
}
