package dev.ticketing.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.AnyCertificate;
import dev.ticketing.system.client.Neighbour;
import dev.ticketing.system.client.RawRequest;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.client.Wire;
import dev.ticketing.system.running.SecondServer;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A server with all that bounds abuse in force, beside the one of the other tests, which sets it
 * aside: short windows, a proxy at 127.0.0.1 that is trusted, one origin that is allowed.
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedServerST {

  private static final int GUESSES = 10;
  private static final int HOLDS = 10;
  private static final int AT_ONCE = 50;
  private static final int SIGN_UPS = Integer.getInteger("signups", 40);
  private static final int SIGN_UPS_ALLOWED = SIGN_UPS / 2;
  private static final String APP = "https://app.example";
  private static final String OWN_ADDRESS_OF_SIGN_UPS = "198.51.100.77";

  private static final Map<String, String> IN_FORCE =
      Map.of(
          "RATE_LIMIT_ENABLED",
          "true",
          "RATE_LIMIT_SIGNIN_ACCOUNT",
          GUESSES + "/PT20S",
          "RATE_LIMIT_SIGNIN_ADDRESS",
          "60/PT20S",
          "RATE_LIMIT_SIGNUP_ADDRESS",
          SIGN_UPS_ALLOWED + "/PT10M",
          "RATE_LIMIT_ORDER_USER",
          "90/PT1M",
          "MAX_HOLDS_PER_USER",
          String.valueOf(HOLDS),
          "TRUSTED_PROXIES",
          "127\\.0\\.0\\.1",
          "CORS_ALLOWED_ORIGINS",
          APP);

  private final Ticketing ticketing;
  private SecondServer server;
  private Wire wire;

  GuardedServerST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @BeforeAll
  void start() {
    server = ticketing.machinery().startSecondServer(IN_FORCE);
    server.awaitReady();
    wire = new Wire(server.uri());
  }

  @AfterAll
  void stop() {
    if (wire != null) {
      wire.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void thirtyWrongPasswordsLockTheAccountForAWhileAndNobodyElse() {
    User victim = ticketing.newUser();
    User neighbour = ticketing.newUser();
    String here = anAddress();

    List<Answer> known = guess(victim.email(), here, 30);
    List<Answer> unknown = guess(User.newEmail(), here, 15);

    assertFewGuessesAreLookedAt(known);
    assertFewGuessesAreLookedAt(unknown);
    assertEquals(texts(known, 429), texts(unknown, 429));
    assertEquals(texts(known, 400), texts(unknown, 400));
    signIn(neighbour.email(), User.PASSWORD, here).expect(200);
    User signedInBefore = victim.through(wire);
    assertEquals(
        victim.id(),
        signedInBefore
            .get("/api/users/currentuser")
            .expect(200)
            .json()
            .path("currentUser")
            .path("id")
            .asText());
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> signIn(victim.email(), User.PASSWORD, anAddress()).status() == 200);
  }

  @Test
  void whoSignsInOftenIsNotRefused() {
    User user = ticketing.newUser();
    String here = anAddress();
    for (int i = 0; i < 2 * GUESSES; i++) {
      signIn(user.email(), User.PASSWORD, here).expect(200);
    }
  }

  @Test
  void oneAddressCannotGuessAtManyAccounts() {
    String here = anAddress();
    List<Answer> answers =
        IntStream.range(0, 150).mapToObj(i -> signIn(User.newEmail(), "wrong", here)).toList();
    long refused = answers.stream().filter(answer -> answer.status() == 429).count();

    assertTrue(refused >= 30, () -> "429: " + refused);
    assertEquals(400, signIn(User.newEmail(), "wrong", anAddress()).status());
  }

  @Test
  void anUntrustedPeerIsCountedByItsOwnAddressWhateverItForwards() {
    assumeTrue(Neighbour.exists(), "needs 127.0.0.2");
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      answers.add(
          Neighbour.post(
              server.uri(),
              "/api/users/signin",
              Map.of("X-Forwarded-For", anAddress(), "X-Forwarded-Proto", "https"),
              "{\"email\":\"" + User.newEmail() + "\",\"password\":\"wrong\"}"));
    }
    assertTrue(answers.stream().filter(text -> text.startsWith("HTTP/1.1 429")).count() >= 30);
    assertTrue(answers.stream().noneMatch(text -> text.contains("Strict-Transport-Security")));
  }

  @Test
  void onlyATrustedProxySaysThatARequestCameOverTls() {
    Map<String, String> forwarded =
        Map.of("X-Forwarded-For", anAddress(), "X-Forwarded-Proto", "https");
    Answer believed = new Visitor(wire, forwarded).get("/api/tickets").expect(200);
    Answer spoofed = ticketing.visitorWith(forwarded).get("/api/tickets").expect(200);
    String overTls =
        AnyCertificate.header(
            server.secureUri().resolve("/api/tickets"), "Strict-Transport-Security");

    assertEquals("max-age=31536000", believed.header("Strict-Transport-Security"));
    assertNull(spoofed.header("Strict-Transport-Security"));
    assertEquals("max-age=31536000", overTls);
  }

  @Test
  void pagesOfTheAllowedOriginMayUseTheApiAndNoOthers() {
    User user = ticketing.newUser();
    HttpResponse<String> preflight = preflight(APP);
    HttpResponse<String> foreign = preflight(APP + ".evil.example");
    HttpResponse<String> nobody = preflight("null");

    assertEquals(APP, preflight.headers().firstValue("Access-Control-Allow-Origin").orElse(null));
    assertEquals(
        "true", preflight.headers().firstValue("Access-Control-Allow-Credentials").orElse(null));
    assertTrue(preflight.headers().allValues("Vary").contains("Origin"));
    assertTrue(foreign.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    assertTrue(nobody.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    assertEquals(201, listing(user, APP).statusCode());
    assertEquals(403, listing(user, APP + ":8443").statusCode());
    assertEquals(403, listing(user, "null").statusCode());
  }

  @Test
  void aBuyerNeverHoldsMoreThanTheLimitHoweverManyAreOrderedAtOnce() {
    List<String> tickets = listings();
    User buyer = ticketing.newUser().through(wire);

    List<Answer> answers = Together.each(AT_ONCE, i -> buyer.order(tickets.get(i)));

    long granted = answers.stream().filter(answer -> answer.status() == 201).count();
    System.out.println("Of " + AT_ONCE + " orders at once granted: " + granted);
    assertTrue(granted <= HOLDS, () -> granted + " granted");
    assertEquals(AT_ONCE - granted, answers.stream().filter(GuardedServerST::saysTooMany).count());
    assertEquals(granted, liveOrdersOf(buyer));
    fillUp(buyer, tickets, (int) granted);
    assertEquals(HOLDS, liveOrdersOf(buyer));
    User other = ticketing.newUser().through(wire);
    assertEquals(201, other.order(freeOneOf(tickets)).status());
  }

  @Test
  void withoutTheLimitAllAreGranted() {
    List<String> tickets = listings();
    User buyer = ticketing.newUser();

    List<Answer> answers = Together.each(AT_ONCE, i -> buyer.order(tickets.get(i)));

    assertTrue(answers.stream().allMatch(answer -> answer.status() == 201));
  }

  @Test
  void whoOrdersAllTheTimeIsAskedToWait() {
    User buyer = ticketing.newUser().through(wire);
    List<Answer> answers =
        IntStream.range(0, 200)
            .mapToObj(i -> buyer.order("5f0000000000000000000000"))
            .filter(answer -> answer.status() != 404)
            .toList();

    assertTrue(answers.size() >= 20, () -> "429: " + answers.size());
    answers.forEach(GuardedServerST::assertAsksToWait);
  }

  @Test
  void manySignUpsAtOnceAreServedOrAskedToComeAgain() {
    signUpAtOnce(new Visitor(wire, Map.of("X-Forwarded-For", OWN_ADDRESS_OF_SIGN_UPS)), true);
    signUpAtOnce(ticketing.visitor(), false);
  }

  private void signUpAtOnce(Visitor visitor, boolean limited) {
    List<Answer> answers =
        Together.each(
            SIGN_UPS,
            i ->
                i % 10 == 9
                    ? visitor.get("/health/live")
                    : visitor.post("/api/users/signup", somebody()));
    long healthy = answers.stream().filter(answer -> answer.status() == 200).count();
    long made = answers.stream().filter(answer -> answer.status() == 201).count();
    System.out.printf(
        "Of %d sign-ups at once, limits %s: %d made, %d asked to come again, memory %s MB%n",
        SIGN_UPS - SIGN_UPS / 10,
        limited ? "on" : "off",
        made,
        SIGN_UPS - made - healthy,
        limited ? "?" : ticketing.machinery().libertyMegabytes());
    assertEquals(SIGN_UPS / 10, healthy);
    assertTrue(made > 0 && (!limited || made <= 2 * SIGN_UPS_ALLOWED), () -> made + " made");
    answers.stream()
        .filter(answer -> answer.status() != 201 && answer.status() != 200)
        .forEach(GuardedServerST::assertAsksToWait);
  }

  private static Map<String, String> somebody() {
    return Map.of(
        "firstName",
        "Ada",
        "lastName",
        "Lovelace",
        "email",
        User.newEmail(),
        "password",
        User.PASSWORD);
  }

  private List<Answer> guess(String email, String address, int times) {
    return IntStream.range(0, times).mapToObj(i -> signIn(email, "wrong", address)).toList();
  }

  private Answer signIn(String email, String password, String address) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                new Visitor(wire, Map.of("X-Forwarded-For", address))
                    .post("/api/users/signin", Map.of("email", email, "password", password)),
            answer -> answer.status() != 503);
  }

  /** An address of its own for each test, in the network kept for documents. */
  private static String anAddress() {
    int random = Math.abs(UUID.randomUUID().hashCode());
    return "10." + random % 250 + "." + random / 250 % 250 + "." + random / 62_500 % 250;
  }

  /** A window may have ended in between, and another begun. */
  private static void assertFewGuessesAreLookedAt(List<Answer> answers) {
    long lookedAt = answers.stream().filter(answer -> answer.status() == 400).count();
    assertTrue(lookedAt >= GUESSES && lookedAt <= 2 * GUESSES, () -> lookedAt + " looked at");
    List<Answer> refused = answers.stream().filter(answer -> answer.status() != 400).toList();
    assertFalse(refused.isEmpty());
    refused.forEach(GuardedServerST::assertAsksToWait);
  }

  private static void assertAsksToWait(Answer answer) {
    assertTrue(List.of(429, 503).contains(answer.status()), answer::toString);
    assertNotNull(answer.header("Retry-After"));
    int seconds = Integer.parseInt(answer.header("Retry-After"));
    assertTrue(seconds >= 1 && seconds <= 600, () -> "Retry-After: " + seconds);
    assertFalse(answer.json().path("errors").path(0).path("message").asText().isBlank());
  }

  private static List<String> texts(List<Answer> answers, int status) {
    return answers.stream()
        .filter(answer -> answer.status() == status)
        .map(Answer::text)
        .distinct()
        .toList();
  }

  private HttpResponse<String> preflight(String origin) {
    return new RawRequest("OPTIONS", server.uri().resolve("/api/tickets"))
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type,authorization")
        .send();
  }

  private HttpResponse<String> listing(User user, String origin) {
    return new RawRequest("POST", server.uri().resolve("/api/tickets"))
        .header("Origin", origin)
        .header("Sec-Fetch-Site", "cross-site")
        .header("Authorization", "Bearer " + user.token())
        .header("Content-Type", "application/json")
        .body("{\"title\":\"From afar\",\"price\":5}")
        .send();
  }

  private List<String> listings() {
    User seller = ticketing.newUser();
    return IntStream.range(0, AT_ONCE).mapToObj(i -> seller.lists("Hold " + i, 9.99)).toList();
  }

  private static boolean saysTooMany(Answer answer) {
    return answer.status() == 409 && answer.text().contains("You hold " + HOLDS);
  }

  private static long liveOrdersOf(User buyer) {
    return buyer.get("/api/orders?limit=100").expect(200).json().findValuesAsText("status").stream()
        .filter("created"::equals)
        .count();
  }

  private void fillUp(User buyer, List<String> tickets, int held) {
    for (int i = held; i < HOLDS; i++) {
      buyer.order(freeOneOf(tickets)).expect(201);
    }
    assertTrue(saysTooMany(buyer.order(freeOneOf(tickets))));
  }

  private String freeOneOf(List<String> tickets) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                tickets.stream()
                    .filter(
                        id -> ticketing.visitor().ticket(id).field("status").equals("available"))
                    .findFirst()
                    .orElse(""),
            id -> !id.isEmpty());
  }
}
