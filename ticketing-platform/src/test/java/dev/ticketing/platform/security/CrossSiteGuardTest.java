package dev.ticketing.platform.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.error.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteGuardTest {

  private static final String HOST = "shop.example:9080";

  private final CrossSiteGuard guard = new CrossSiteGuard();

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

  private void assertPasses(String method, Map<String, String> headers) {
    assertDoesNotThrow(() -> guard.filter(request(method, headers)));
  }

  private void assertRefused(String method, Map<String, String> headers) {
    Refusal refusal = assertThrows(Refusal.class, () -> guard.filter(request(method, headers)));
    assertEquals(Refusal.Reason.FORBIDDEN, refusal.reason());
  }

  private static ContainerRequestContext request(String method, Map<String, String> headers) {
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
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }
}
