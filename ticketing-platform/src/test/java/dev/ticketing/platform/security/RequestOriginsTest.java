package dev.ticketing.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.platform.audit.RequestOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class RequestOriginsTest {

  private static final JsonWebToken ANNS =
      answering(JsonWebToken.class, Map.of("getSubject", "ann"));

  @Test
  void aRequestWithAVerifiedTokenIsItsUsers() {
    assertEquals(
        new RequestOrigin("ann", "192.0.2.1", "curl/8"), RequestOrigins.originOf(request(ANNS)));
  }

  @Test
  void aRequestWithoutOneIsAnonymous() {
    Principal ofAnotherKind = () -> "admin";
    assertEquals(RequestOrigin.ANONYMOUS, RequestOrigins.originOf(request(ofAnotherKind)).who());
    assertEquals(RequestOrigin.ANONYMOUS, RequestOrigins.originOf(request(null)).who());
  }

  private static HttpServletRequest request(Principal principal) {
    Map<String, Object> known = new HashMap<>();
    known.put("getUserPrincipal", principal);
    known.put("getRemoteAddr", "192.0.2.1");
    known.put("getHeader", "curl/8");
    return answering(HttpServletRequest.class, known);
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
