package dev.ticketing.system.guarded;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.RawRequest;
import dev.ticketing.system.client.Route;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a page of another site can make a user's browser send changes nothing, on any route that the
 * server says it has, nor by any of their other names. The same requests from clients that are no
 * browsers get through to whatever the route itself has to say, which is the control.
 */
@SystemTest
class BrowserDefenceST {

  private static final String REFUSAL = "A page of another site may not do this";
  private static final String EVIL = "https://evil.example";

  private final Ticketing ticketing;
  private final User user;

  BrowserDefenceST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.user = ticketing.newUser();
  }

  /** What browsers say of a request that another site's page has sent, by form or by script. */
  static Stream<Map<String, String>> foreignSigns() {
    return Stream.of(
        Map.of("Sec-Fetch-Site", "cross-site", "Origin", EVIL),
        Map.of("Sec-Fetch-Site", "cross-site"),
        Map.of("Sec-Fetch-Site", "same-site"),
        Map.of("Sec-Fetch-Site", "same-origin", "Origin", EVIL),
        Map.of("Origin", EVIL),
        Map.of("Origin", "null"),
        Map.of("Origin", EVIL, "X-Forwarded-Host", "evil.example"),
        Map.of("Origin", EVIL, "X-HTTP-Method-Override", "GET"),
        Map.of("Origin", EVIL, "Content-Type", "text/plain"),
        Map.of("Origin", EVIL, "Content-Type", "application/x-www-form-urlencoded"),
        Map.of("Origin", EVIL, "Content-Type", "multipart/form-data; boundary=b"));
  }

  @ParameterizedTest
  @MethodSource("foreignSigns")
  void noRouteChangesAnythingForAPageOfAnotherSite(Map<String, String> signs) {
    for (Route route : everyChange()) {
      HttpResponse<String> answer = send(route, signs);
      assertEquals(403, answer.statusCode(), () -> route + ": " + answer.body());
      assertTrue(answer.body().contains(REFUSAL), () -> route + ": " + answer.body());
    }
  }

  @Test
  void clientsThatAreNoBrowsersAndOurOwnPagesAreNotAffected() {
    String own = ticketing.uri().getScheme() + "://" + ticketing.uri().getAuthority();
    List<Map<String, String>> unsuspicious =
        List.of(
            Map.of(),
            Map.of("Sec-Fetch-Site", "same-origin", "Origin", own),
            Map.of("Sec-Fetch-Site", "none"));
    for (Map<String, String> signs : unsuspicious) {
      for (Route route : everyChange()) {
        HttpResponse<String> answer = send(route, signs);
        assertFalse(answer.body().contains(REFUSAL), () -> route + " " + signs);
      }
    }
  }

  @Test
  void pagesOfOtherSitesAreNotToldWhatTheyReadNorAllowedToAsk() {
    HttpResponse<String> read = raw("GET", "/api/users/currentuser").header("Origin", EVIL).send();
    HttpResponse<String> question =
        raw("OPTIONS", "/api/orders")
            .header("Origin", EVIL)
            .header("Access-Control-Request-Method", "POST")
            .send();

    assertEquals(200, read.statusCode());
    for (HttpResponse<String> answer : List.of(read, question)) {
      assertTrue(
          answer.headers().map().keySet().stream()
              .noneMatch(name -> name.toLowerCase().startsWith("access-control-")),
          () -> answer.headers().toString());
    }
  }

  /** Every route of the description, with and without a slash at its end, and every alias. */
  private Set<Route> everyChange() {
    List<Route> known = Route.changing(ticketing.visitor());
    assertTrue(known.size() >= 12, known::toString);
    Set<Route> all = new LinkedHashSet<>();
    for (Route route : known) {
      all.add(route);
      all.add(route.withOtherEnd());
    }
    String nothing = "5f0000000000000000000000";
    List<Route> aliases = new ArrayList<>();
    aliases.add(new Route("POST", "/api/users/logout"));
    aliases.add(new Route("POST", "/api/tickets/create"));
    aliases.add(new Route("POST", "/api/tickets/new"));
    aliases.add(new Route("PUT", "/api/tickets/update/" + nothing));
    aliases.add(new Route("POST", "/api/orders/new"));
    aliases.add(new Route("DELETE", "/api/order/" + nothing));
    aliases.add(new Route("POST", "/api/payments"));
    aliases.add(new Route("POST", "/api/payment/new"));
    all.addAll(aliases);
    return all;
  }

  /** With a token that nobody misses, and with nothing in the body that would be accepted. */
  private HttpResponse<String> send(Route route, Map<String, String> signs) {
    RawRequest request = raw(route.method(), route.path());
    boolean endsTheSession = route.path().matches(".*(signout|logout|sessions).*");
    if (!endsTheSession) {
      request.header("Cookie", "ticketing_token=" + user.token());
    }
    request.header("Content-Type", "application/json");
    signs.forEach(request::header);
    return request.body("[]").send();
  }

  private RawRequest raw(String method, String path) {
    return new RawRequest(method, URI.create(ticketing.uri() + path));
  }

  @Test
  void theServerTellsItsUsersBrowserWhatPagesMayDoWhateverTheAnswer() {
    assertAll(
        AnswersOfEveryKind.of(ticketing).stream()
            .map(answer -> () -> AnswersOfEveryKind.assertGuarded(answer)));
  }
}
