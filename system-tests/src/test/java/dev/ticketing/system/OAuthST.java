package dev.ticketing.system;

import static dev.ticketing.system.running.Traveller.FACEBOOK;
import static dev.ticketing.system.running.Traveller.GOOGLE;
import static dev.ticketing.system.running.Traveller.pathOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.devstack.identity.Account;
import dev.ticketing.devstack.identity.Fault;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Browser;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import dev.ticketing.system.running.Traveller;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody's way to Google or Facebook and back, through providers that run beside the tests. */
@SystemTest
class OAuthST {

  private final Ticketing ticketing;
  private Traveller grace;

  OAuthST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @BeforeEach
  void somebodyElseEachTime() {
    grace = new Traveller(ticketing);
  }

  @ParameterizedTest
  @ValueSource(strings = {GOOGLE, FACEBOOK})
  void somebodyNewComesBackSignedInToThePageHeLeft(String path) {
    Answer back = grace.comesBack(path + "?returnTo=/tickets/new");

    assertEquals("/tickets/new", pathOf(back));
    JsonNode me = grace.browser().get("/api/users/currentuser").json().path("currentUser");
    assertEquals(grace.email(), me.path("email").asText());
    assertEquals("Grace", me.path("firstName").asText());
    assertEquals(path.equals(GOOGLE), me.path("emailVerified").asBoolean());
    assertTrue(grace.browser().cookies().keySet().stream().noneMatch(c -> c.contains("attempt")));
  }

  @ParameterizedTest
  @ValueSource(strings = {GOOGLE, FACEBOOK})
  void whoComesAgainIsTheSameUserAlsoWhenHeComesSeveralTimesAtOnce(String path) {
    List<String> ids =
        Together.each(
            4,
            i -> {
              Browser own = ticketing.browser();
              grace.comesBack(own, path);
              return own.userId();
            });
    grace.comesBack(path);

    assertEquals(1, new HashSet<>(ids).size(), ids::toString);
    assertNotEquals("", ids.get(0));
    assertEquals(ids.get(0), grace.browser().userId());
  }

  @Test
  void peopleWhoseIdsAreOneNumberToADoubleAreTwoUsers() {
    String subject = grace.account().subject();
    grace.agreesAs(Account.of("9007199254740992" + subject, User.newEmail()));
    grace.comesBack(FACEBOOK);
    String one = grace.browser().userId();
    grace.agreesAs(
        Account.of("9007199254740993" + subject, User.newEmail()), Fault.NUMERIC_SUBJECT);
    grace.comesBack(FACEBOOK);

    assertNotEquals("", one);
    assertNotEquals(one, grace.browser().userId());
  }

  @Test
  void aUserOfAProviderHasNoPasswordThatFits() {
    grace.comesBack(GOOGLE);

    Answer guess =
        ticketing
            .visitor()
            .post("/api/users/signin", Map.of("email", grace.email(), "password", "any-password"));

    assertTrue(guess.expect(400).text().contains("Invalid credentials"), guess::text);
  }

  @ParameterizedTest
  @ValueSource(strings = {GOOGLE, FACEBOOK})
  void whoCancelsIsToldSo(String path) {
    grace.agrees(Fault.DENIES);

    assertEquals("/auth/signin?error=denied", pathOf(grace.comesBack(path)));
    grace.assertIsNobody();
    Answer program = grace.comesBack(grace.otherBrowser().wantingJson(), path).expect(401);
    assertTrue(program.json().path("errors").path(0).has("message"), program::text);
  }

  @Test
  void aProviderThatIsOutOfOrderIsSaidToBe() {
    grace.agrees(Fault.OUT_OF_ORDER);

    assertEquals("/auth/signin?error=unavailable", pathOf(grace.comesBack(GOOGLE)));
    Answer program = grace.comesBack(grace.otherBrowser().wantingJson(), FACEBOOK).expect(503);
    assertEquals("5", program.header("Retry-After"));
    grace.assertIsNobody();
  }

  @Test
  void bothProvidersAreOffered() {
    assertEquals(
        "{\"providers\":[\"google\",\"facebook\"]}",
        ticketing.visitor().get("/api/users/providers").expect(200).text());
  }
}
