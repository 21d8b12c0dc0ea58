package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.identity.Account;
import dev.ticketing.devstack.identity.Fault;
import dev.ticketing.devstack.identity.IdentitySandbox;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Browser;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody's way to Google or Facebook and back, through providers that run beside the tests and
 * keep the standards, or break them on demand.
 */
@SystemTest
class OAuthST {

  private static final String GOOGLE = "/api/users/google";
  private static final String FACEBOOK = "/api/users/facebook";

  private final Ticketing ticketing;
  private final IdentitySandbox provider;
  private final String email = User.newEmail();
  private final Account grace = Account.of("109000000000" + System.nanoTime(), email);
  private final Browser browser;

  OAuthST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.provider = ticketing.machinery().identities();
    this.browser = ticketing.browser();
  }

  @ParameterizedTest
  @ValueSource(strings = {GOOGLE, FACEBOOK})
  void somebodyNewComesBackSignedInToThePageHeLeft(String path) {
    provider.signedIn(grace);

    Answer back = comeBack(path + "?returnTo=/tickets/new");

    assertEquals("/tickets/new", pathOf(back));
    assertNotEquals("", browser.userId());
    Answer me = browser.get("/api/users/currentuser").expect(200);
    assertEquals(email, me.json().at("/currentUser/email").asText());
    assertEquals("Grace", me.json().at("/currentUser/firstName").asText());
    assertNull(browser.cookies().get("ticketing_attempt_google"));
  }

  @ParameterizedTest
  @ValueSource(strings = {GOOGLE, FACEBOOK})
  void whoComesAgainIsTheSameUserAlsoWhenHeComesSeveralTimesAtOnce(String path) {
    provider.signedIn(grace);

    List<String> ids =
        Together.each(
            4,
            i -> {
              Browser own = ticketing.browser();
              own.follow(own.follow(own.get(path)));
              return own.userId();
            });
    comeBack(path);

    assertEquals(1, new HashSet<>(ids).size(), ids::toString);
    assertEquals(ids.get(0), browser.userId());
  }

  @Test
  void peopleWhoseIdsAreOneNumberToADoubleAreTwoUsers() {
    provider.signedIn(Account.of("9007199254740992" + grace.subject(), User.newEmail()));
    comeBack(FACEBOOK);
    String one = browser.userId();
    provider.signedIn(
        Account.of("9007199254740993" + grace.subject(), User.newEmail()), Fault.NUMERIC_SUBJECT);
    comeBack(FACEBOOK);

    assertNotEquals("", one);
    assertNotEquals(one, browser.userId());
  }

  @Test
  void aUserOfAProviderHasNoPasswordThatFits() {
    provider.signedIn(grace);
    comeBack(GOOGLE);

    Answer guess =
        ticketing
            .visitor()
            .post("/api/users/signin", Map.of("email", email, "password", "any-password"));

    guess.expect(400);
    assertTrue(guess.text().contains("Invalid credentials"), guess::text);
  }

  @ParameterizedTest
  @CsvSource({GOOGLE, FACEBOOK})
  void whoCancelsIsToldSo(String path) {
    provider.signedIn(grace, Fault.DENIES);

    assertEquals("/auth/signin?error=denied", pathOf(comeBack(path)));
    assertNobody();
    Answer program = comeBackWith(ticketing.browser().wantingJson(), path).expect(401);
    assertTrue(program.json().path("errors").path(0).has("message"), program::text);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "WRONG_NONCE",
        "WRONG_AUDIENCE",
        "WRONG_ISSUER",
        "FOREIGN_KEY",
        "UNSIGNED",
        "SIGNED_BY_SECRET",
        "EXPIRED",
        "NUMERIC_SUBJECT"
      })
  void aTokenThatIsWrongSignsNobodyIn(Fault fault) {
    provider.signedIn(grace, fault);

    assertEquals("/auth/signin?error=failed", pathOf(comeBack(GOOGLE)));
    assertNobody();
  }

  @Test
  void theWayBackIsGoodOnce() {
    provider.signedIn(grace);
    Answer there = browser.follow(browser.get(GOOGLE));
    Browser copy = ticketing.browser();
    copy.get(GOOGLE);
    Map<String, String> kept = browser.cookies();
    browser.follow(there);

    Answer again = browser.follow(there);
    Answer withCookies =
        ticketing
            .visitorWith(Map.of("Cookie", cookie(kept), "Accept", "text/html"))
            .get(there.header("Location").replaceFirst("http://[^/]+", ""));

    assertEquals("/auth/signin?error=expired", pathOf(again));
    assertEquals("/auth/signin?error=expired", pathOf(withCookies));
    assertFalse(
        withCookies.headers().toString().contains("ticketing_token"), withCookies::toString);
  }

  @Test
  void aCodeThatWasUsedElsewhereIsRefusedByTheProvider() {
    provider.signedIn(grace);
    Answer first = browser.follow(browser.get(GOOGLE));
    String code = first.header("Location").replaceFirst(".*[?&]code=([^&]+).*", "$1");
    browser.follow(first);
    Browser thief = ticketing.browser();
    Answer own = thief.follow(thief.get(GOOGLE));
    String path = own.header("Location").replaceFirst("http://[^/]+", "");

    Answer stolen = thief.get(path.replaceFirst("code=[^&]+", "code=" + code));

    assertEquals("/auth/signin?error=failed", pathOf(stolen));
    assertEquals("", thief.userId());
  }

  @Test
  void aWayBackThatThisBrowserHasNotBegunSignsNobodyIn() {
    provider.signedIn(grace);
    Answer attackers = browser.follow(browser.get(GOOGLE));
    Browser victim = ticketing.browser();
    Answer withoutAny = victim.follow(attackers);
    victim.get(GOOGLE);
    Answer withAnother = victim.follow(attackers);

    assertEquals("/auth/signin?error=expired", pathOf(withoutAny));
    assertEquals("/auth/signin?error=expired", pathOf(withAnother));
    assertEquals("", victim.userId());
    browser.follow(attackers);
    assertNotEquals("", browser.userId(), "the control: who began it comes in");
  }

  @Test
  void aChangedStateSignsNobodyInAndLeavesTheAttemptAlone() {
    provider.signedIn(grace);
    Answer there = browser.follow(browser.get(GOOGLE));
    String path = there.header("Location").replaceFirst("http://[^/]+", "");

    Answer forged = browser.get(path.replaceFirst("state=[^&]+", "state=another"));

    assertEquals("/auth/signin?error=expired", pathOf(forged));
    assertNobody();
    browser.follow(there);
    assertNotEquals("", browser.userId());
  }

  @Test
  void anAddressThatTheProviderDisownsMakesNoUser() {
    provider.signedIn(grace.unverified());

    assertEquals("/auth/signin?error=email_unverified", pathOf(comeBack(GOOGLE)));
    assertNobody();
  }

  @ParameterizedTest
  @ValueSource(strings = {GOOGLE, FACEBOOK})
  void theAccountOfSomebodyWhoHasNeverProvenItsAddressIsNotJoinedButCanBeLinked(String path) {
    String ours = signUp(browser);
    provider.signedIn(grace);
    Browser stranger = ticketing.browser();

    Answer refused = comeBackWith(stranger, path);
    Answer linked = comeBack(path + "?link=true&returnTo=/orders");
    comeBackWith(stranger, path);

    assertEquals("/auth/signin?error=email_in_use", pathOf(refused));
    assertEquals("/orders", pathOf(linked));
    assertEquals(ours, browser.userId());
    assertEquals(ours, stranger.userId());
  }

  @Test
  void anIdentityLinksOneAccountAndOnlyForWhoIsSignedIn() {
    provider.signedIn(grace);
    comeBack(GOOGLE);
    String first = browser.userId();
    Browser second = ticketing.browser();
    second.post("/api/users/signup", person(User.newEmail())).expect(201);

    Answer taken = comeBackWith(second, GOOGLE + "?link=true");
    Answer nobody = ticketing.browser().get(GOOGLE + "?link=true");

    assertEquals("/auth/signin?error=identity_in_use", pathOf(taken));
    assertEquals("/auth/signin?error=not_signed_in", pathOf(nobody));
    assertNotEquals(first, second.userId());
  }

  @Test
  void anotherSitesPageCannotBeginALink() {
    signUp(browser);

    Answer begun = browser.get(GOOGLE + "?link=true", Map.of("Sec-Fetch-Site", "cross-site"));

    assertEquals("/auth/signin?error=not_signed_in", pathOf(begun));
  }

  @Test
  void aLinkThatEndsInAnotherSessionIsNotMade() {
    signUp(browser);
    provider.signedIn(grace);
    Answer there = browser.follow(browser.get(GOOGLE + "?link=true"));
    browser.post("/api/users/signup", person(User.newEmail())).expect(201);

    assertEquals("/auth/signin?error=not_signed_in", pathOf(browser.follow(there)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "//evil.example", "/%5Cevil.example", "/%09/evil.example"})
  void noLinkOfOursLeadsToAnotherSite(String target) {
    provider.signedIn(grace);

    Answer back = comeBack(GOOGLE + "?returnTo=" + target);

    assertEquals("/", pathOf(back));
    assertEquals("http://localhost:" + ticketing.uri().getPort() + "/", back.header("Location"));
  }

  @Test
  void aProviderThatIsOutOfOrderIsSaidToBe() {
    provider.signedIn(grace, Fault.OUT_OF_ORDER);

    assertEquals("/auth/signin?error=unavailable", pathOf(comeBack(GOOGLE)));
    Answer program = comeBackWith(ticketing.browser().wantingJson(), FACEBOOK).expect(503);
    assertEquals("5", program.header("Retry-After"));
    assertNobody();
  }

  @Test
  void bothProvidersAreOfferedAndTheirCookiesAreOutOfReach() {
    assertEquals(
        "{\"providers\":[\"google\",\"facebook\"]}",
        ticketing.visitor().get("/api/users/providers").expect(200).text());
    String cookie = ticketing.browser().get(GOOGLE).header("Set-Cookie");
    assertAll(
        () -> assertTrue(cookie.contains("; HttpOnly"), cookie),
        () -> assertTrue(cookie.contains("; SameSite=Lax"), cookie),
        () -> assertTrue(cookie.contains("; Max-Age=600"), cookie));
    assertFalse(cookie.contains("verifier"), cookie);
  }

  private Answer comeBack(String path) {
    return comeBackWith(browser, path);
  }

  private static Answer comeBackWith(Browser by, String path) {
    return by.follow(by.follow(by.get(path)));
  }

  private String signUp(Browser by) {
    return by.post("/api/users/signup", person(email)).expect(201).id();
  }

  private static Map<String, String> person(String email) {
    return Map.of("firstName", "Ann", "lastName", "Lee", "email", email, "password", User.PASSWORD);
  }

  private void assertNobody() {
    assertEquals("", browser.userId());
  }

  private static String pathOf(Answer redirect) {
    return redirect.expect(302).header("Location").replaceFirst("http://[^/]+", "");
  }

  private static String cookie(Map<String, String> cookies) {
    StringBuilder header = new StringBuilder();
    cookies.forEach((name, value) -> header.append(name).append('=').append(value).append("; "));
    return header.toString();
  }
}
