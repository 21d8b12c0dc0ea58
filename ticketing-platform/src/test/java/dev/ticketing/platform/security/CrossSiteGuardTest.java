package dev.ticketing.platform.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteGuardTest {

  private static final String HOST = "shop.example:9080";

  private final Map<String, String> variables = new HashMap<>();
  private final CrossSiteGuard guard =
      new CrossSiteGuard(() -> OwnOrigins.of(name -> Optional.ofNullable(variables.get(name))));

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "ANYTHING"})
  void anotherSitesPageMayNotChangeAnything(String method) {
    assertRefused(method, Map.of("Sec-Fetch-Site", "cross-site"));
    assertRefused(method, Map.of("Sec-Fetch-Site", "same-site"));
    assertRefused(method, Map.of("Origin", "http://evil.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void readingIsOpenToPagesOfAnySite(String method) {
    assertPasses(method, Map.of("Sec-Fetch-Site", "cross-site", "Origin", "http://evil.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void ourOwnPagesAndTheUserHimselfMay(String site) {
    assertPasses("POST", Map.of("Sec-Fetch-Site", site));
    assertPasses("POST", Map.of("Sec-Fetch-Site", site, "Origin", "http://" + HOST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void aClientThatSaysNeitherIsNoBrowserAndPasses(String method) {
    assertPasses(method, Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop.example:9080, shop.example:9080",
    "http://SHOP.example:9080, shop.EXAMPLE:9080",
    "http://shop.example, shop.example",
    "http://shop.example, shop.example:80",
    "https://shop.example, shop.example",
    "https://shop.example, shop.example:443",
    "https://shop.example:443, shop.example",
    "http://[::1]:9080, [::1]:9080",
    "http://127.0.0.1:9080, 127.0.0.1:9080"
  })
  void aPageOfTheSameHostAndPortMay(String origin, String host) {
    assertPasses("POST", Map.of("Origin", origin, "Host", host));
  }

  @ParameterizedTest
  @CsvSource({
    "null, shop.example",
    "http://shop.example:9081, shop.example:9080",
    "http://shop.example, shop.example:9080",
    "http://shop.example:9080, shop.example",
    "https://shop.example, shop.example:80",
    "http://shop.example.evil.example, shop.example",
    "http://evil.example/shop.example, shop.example",
    "http://shop.example@evil.example, shop.example",
    "'http://shop.example, http://evil.example', shop.example",
    "shop.example, shop.example",
    "//shop.example, shop.example",
    "file://, shop.example",
    "'', shop.example",
    "'::', shop.example"
  })
  void anyOtherOriginMayNot(String origin, String host) {
    assertRefused("POST", Map.of("Origin", origin, "Host", host));
  }

  @ParameterizedTest
  @CsvSource({"same-origin, http://evil.example", "cross-site, http://shop.example:9080"})
  void oneForeignSignIsEnough(String site, String origin) {
    assertRefused("POST", Map.of("Sec-Fetch-Site", site, "Origin", origin));
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-site", "cross-site"})
  void aPageOfAnOriginThatIsAllowedByNameMay(String site) {
    variables.put("CORS_ALLOWED_ORIGINS", "https://app.example, http://localhost:3000");
    assertPasses("POST", Map.of("Origin", "https://app.example", "Sec-Fetch-Site", site));
    assertPasses("POST", Map.of("Origin", "http://localhost:3000", "Sec-Fetch-Site", site));
    assertRefused("POST", Map.of("Origin", "https://www.app.example", "Sec-Fetch-Site", site));
    assertRefused("POST", Map.of("Origin", "http://app.example"));
    assertRefused("POST", Map.of("Origin", "https://app.example:8443"));
    assertRefused("POST", Map.of("Origin", "null"));
    assertRefused("POST", Map.of("Sec-Fetch-Site", site));
  }

  @Test
  void behindAProxyThatChangesTheHostThePublicAddressIsOurOwn() {
    variables.put("PUBLIC_URL", "https://Tickets.example/");
    assertPasses("POST", Map.of("Origin", "https://tickets.example"));
    assertRefused("POST", Map.of("Origin", "http://tickets.example"));
    assertRefused(
        "POST", Map.of("Origin", "https://evil.example", "X-Forwarded-Host", "evil.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "https://*.example",
        "https://app.example/",
        "https://app.example,*",
        "https://APP.example",
        "https://app.example:443",
        "app.example",
        "ftp://app.example",
        "https://user@app.example",
        ",https://app.example",
        "https://app.example https://b.example"
      })
  void whatIsNoExactOriginIsNotAllowedButNamed(String list) {
    variables.put("CORS_ALLOWED_ORIGINS", list);
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> guard.filter(request("POST", Map.of("Origin", "https://app.example"))));
    assertTrue(e.getMessage().startsWith("CORS_ALLOWED_ORIGINS must"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "none"})
  void byDefaultNoOtherOriginIsAllowed(String nobody) {
    variables.put("CORS_ALLOWED_ORIGINS", nobody);
    variables.put("PUBLIC_URL", "");
    assertRefused("POST", Map.of("Origin", "https://app.example"));
    assertRefused("POST", Map.of("Origin", "none"));
    assertRefused("POST", Map.of("Origin", ""));
  }

  @Test
  void whatCameOverTlsIsNotChangedByAPageThatDidNot() {
    Map<String, String> headers = Map.of("Origin", "http://shop.example", "Host", "shop.example");
    assertPasses("POST", headers);
    assertThrows(Refusal.class, () -> guard.filter(request("POST", headers, true)));
    assertDoesNotThrow(
        () ->
            guard.filter(
                request(
                    "POST",
                    Map.of("Origin", "https://shop.example", "Host", "shop.example"),
                    true)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"})
  void aHeaderDoesNotTurnAReadingRequestIntoAChangeNorBack(String header) {
    assertRefused("POST", Map.of("Origin", "http://evil.example", header, "GET"));
  }

  private void assertPasses(String method, Map<String, String> headers) {
    assertDoesNotThrow(() -> guard.filter(request(method, headers)));
  }

  private void assertRefused(String method, Map<String, String> headers) {
    Refusal refusal = assertThrows(Refusal.class, () -> guard.filter(request(method, headers)));
    assertEquals(Refusal.Reason.FORBIDDEN, refusal.reason());
  }

  private static ContainerRequestContext request(String method, Map<String, String> headers) {
    return request(method, headers, false);
  }

  private static ContainerRequestContext request(
      String method, Map<String, String> headers, boolean secure) {
    Map<String, String> all = new HashMap<>(headers);
    all.putIfAbsent("Host", HOST);
    return (ContainerRequestContext)
        Proxy.newProxyInstance(
            CrossSiteGuardTest.class.getClassLoader(),
            new Class<?>[] {ContainerRequestContext.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getHeaderString" -> all.get((String) arguments[0]);
                  case "getSecurityContext" -> security(secure);
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  private static SecurityContext security(boolean secure) {
    return (SecurityContext)
        Proxy.newProxyInstance(
            CrossSiteGuardTest.class.getClassLoader(),
            new Class<?>[] {SecurityContext.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "isSecure" -> secure;
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }
}
