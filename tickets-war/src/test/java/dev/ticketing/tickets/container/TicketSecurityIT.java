package dev.ticketing.tickets.container;

import static dev.ticketing.testing.container.Answers.assertRefused;
import static dev.ticketing.testing.container.Answers.expect;

import dev.ticketing.testing.container.TokenRules;
import dev.ticketing.testing.probe.Api;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** Who may list, change and withdraw tickets. */
class TicketSecurityIT extends TokenRules {

  private static final String TICKET = "{\"title\":\"A concert\",\"price\":19.99}";

  @Deployment(testable = false)
  static EnterpriseArchive tickets() {
    return TicketsEar.build();
  }

  @Override
  protected HttpResponse<String> request(Api caller) {
    return caller.post("/api/tickets", TICKET);
  }

  @Override
  protected int granted() {
    return 201;
  }

  @Test
  void anotherUsersTicketCanBeReadButNotChangedOrWithdrawn() {
    String path = "/api/tickets/" + expect(201, request(Api.as(USER))).get("id").asText();
    expect(200, Api.anonymous().get(path));
    assertRefused(401, Api.anonymous().send("DELETE", path, null));
    assertRefused(403, Api.as(OTHER).send("PUT", path, TICKET));
    assertRefused(403, Api.as(OTHER).send("DELETE", path, null));
    expect(200, Api.as(USER).send("PUT", path, TICKET));
  }
}
