package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Those who look after the marketplace, the first of whom the operator names. */
@SystemTest
class AdminST {

  private static final String USERS = "/api/users";

  private final Ticketing ticketing;

  AdminST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @Test
  void anAdminSeesAllUsersPageByPageTheNewestFirst() {
    User earlier = ticketing.newUser();
    User later = ticketing.newUser();
    Visitor admin = admin();

    Answer first = admin.get(USERS + "?limit=1").expect(200);
    Answer second = admin.get(nextOf(first)).expect(200);

    JsonNode entry = first.json().get(0);
    assertEquals(1, first.json().size());
    assertEquals(later.id(), entry.path("id").asText());
    assertEquals(later.email(), entry.path("email").asText());
    assertEquals("Ada", entry.path("firstName").asText());
    assertEquals("Lovelace", entry.path("lastName").asText());
    assertFalse(entry.path("emailVerified").asBoolean(true));
    assertEquals("[\"user\"]", entry.path("roles").toString());
    assertTrue(entry.path("createdAt").asText().endsWith("Z"), entry::toString);
    assertFalse(first.text().contains("argon2"), first.text());
    assertEquals(earlier.id(), second.json().get(0).path("id").asText());
  }

  @Test
  void aUserMayNotSeeOthersAndNobodyElseEither() {
    User user = ticketing.newUser();
    assertNotNull(user.get(USERS).expect(403).json().at("/errors/0/message").textValue());
    ticketing.visitor().get(USERS).expect(401);
  }

  @Test
  void aLimitOrCursorThatIsNoneIsRefused() {
    Visitor admin = admin();
    admin.get(USERS + "?limit=101").expect(400);
    admin.get(USERS + "?cursor=x").expect(400);
  }

  private Visitor admin() {
    ticketing.machinery();
    Answer signedIn =
        ticketing
            .visitor()
            .post(
                "/api/users/signin",
                Map.of("email", Machinery.ADMIN_EMAIL, "password", Machinery.ADMIN_PASSWORD))
            .expect(200);
    assertEquals("[\"user\",\"admin\"]", signedIn.json().path("roles").toString());
    return ticketing.visitorWith(Map.of("Authorization", signedIn.header("Authorization")));
  }

  private static String nextOf(Answer page) {
    String link = page.header("Link");
    return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
  }
}
