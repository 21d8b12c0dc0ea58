package dev.ticketing.system.guarded;

import static dev.ticketing.system.guarded.GuardedServer.APP;
import static dev.ticketing.system.guarded.GuardedServer.GUESSES;
import static dev.ticketing.system.guarded.GuardedServer.ORDERS;
import static dev.ticketing.system.guarded.GuardedServer.SIGN_UPS_ALLOWED;
import static dev.ticketing.system.guarded.GuardedServer.anAddress;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.AnyCertificate;
import dev.ticketing.system.client.Neighbour;
import dev.ticketing.system.client.RawRequest;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What bounds abuse, on a server where it is in force; the controls are on the one where not. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedServerST {

  private static final String STRICT_TRANSPORT = "Strict-Transport-Security";

  private final Ticketing ticketing;
  private GuardedServer server;
  private Guesses guesses;

  GuardedServerST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @BeforeAll
  void start() {
    server = GuardedServer.start(ticketing);
    guesses = new Guesses(server);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void thirtyWrongPasswordsLockTheAccountForAWhileButNobodyElseNorASessionThatExists() {
    User victim = ticketing.newUser();

    guesses.thirtyAtOneAccount(victim, ticketing.newUser());

    Answer own = victim.through(server.wire()).get("/api/users/currentuser").expect(200);
    assertEquals(victim.id(), own.json().path("currentUser").path("id").asText());
    guesses.signsInAgainLater(victim);
  }

  @Test
  void whoSignsInOftenIsNotRefused() {
    User user = ticketing.newUser();
    String here = anAddress();
    for (int i = 0; i < 2 * GUESSES + 1; i++) {
      server.signIn(user, here).expect(200);
    }
  }

  @Test
  void oneAddressCannotGuessAtManyAccounts() {
    guesses.atManyAccounts();
  }

  @Test
  void oneAddressCannotGuessAtAProvidersCodes() {
    guesses.atAProvider();
  }

  @Test
  void anUntrustedPeerIsCountedByItsOwnAddressWhateverItForwards() {
    assumeTrue(Neighbour.exists(), "needs 127.0.0.2");
    guesses.atManyAccountsByAnUntrustedPeer();
  }

  @Test
  void onlyATrustedProxySaysThatARequestCameOverTls() {
    Map<String, String> forwarded =
        Map.of("X-Forwarded-For", anAddress(), "X-Forwarded-Proto", "https");
    Answer believed = new Visitor(server.wire(), forwarded).get("/api/tickets").expect(200);
    Answer spoofed = ticketing.visitorWith(forwarded).get("/api/tickets").expect(200);
    String overTls =
        AnyCertificate.header(server.secureUri().resolve("/api/tickets"), STRICT_TRANSPORT);

    assertEquals("max-age=31536000", believed.header(STRICT_TRANSPORT));
    assertNull(spoofed.header(STRICT_TRANSPORT));
    assertEquals("max-age=31536000", overTls);
  }

  @Test
  void pagesOfTheAllowedOriginMayUseTheApiAndNoOthers() {
    User user = ticketing.newUser();
    HttpResponse<String> allowed = preflight(APP);

    assertEquals(List.of(APP), allowed.headers().allValues("Access-Control-Allow-Origin"));
    assertEquals(List.of("true"), allowed.headers().allValues("Access-Control-Allow-Credentials"));
    assertTrue(allowed.headers().allValues("Vary").contains("Origin"));
    assertEquals(201, listing(user, APP).statusCode());
    for (String other : List.of(APP + ".evil.example", APP + ":8443", "null", "none")) {
      assertEquals(
          List.of(), preflight(other).headers().allValues("Access-Control-Allow-Origin"), other);
      assertEquals(403, listing(user, other).statusCode(), other);
    }
  }

  @Test
  void aBuyerNeverHoldsMoreThanTheLimitHoweverManyAreOrderedAtOnce() {
    ManyAtOnce many = new ManyAtOnce(ticketing);
    many.areBoundedFor(ticketing.newUser().through(server.wire()));
    many.leaveTheRestTo(ticketing.newUser().through(server.wire()));
  }

  @Test
  void withoutTheLimitAllAreGranted() {
    new ManyAtOnce(ticketing).areGrantedTo(ticketing.newUser());
  }

  @Test
  void whoOrdersAllTheTimeIsAskedToWait() {
    User buyer = ticketing.newUser().through(server.wire());
    List<Answer> refused =
        IntStream.range(0, 2 * ORDERS + 10)
            .mapToObj(i -> buyer.order("5f0000000000000000000000"))
            .filter(answer -> answer.status() != 404)
            .toList();

    assertTrue(refused.size() >= 10, () -> "429: " + refused.size());
    refused.forEach(GuardedServer::assertAsksToWait);
  }

  @Test
  void ofManySignUpsAtOnceFromOneAddressTheRestIsAskedToComeAgain() {
    long made = SignUpsAtOnce.by(server.visitorFrom(anAddress()), "on", server::megabytes);
    assertTrue(made > 0 && made <= 2 * SIGN_UPS_ALLOWED, () -> made + " made");
  }

  @Test
  void withoutLimitsManySignUpsAtOnceAreBoundedByWhatTheServerCanDo() {
    long made =
        SignUpsAtOnce.by(
            ticketing.visitor(), "off", () -> ticketing.machinery().libertyMegabytes());
    assertTrue(made > 0);
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
}
