package dev.ticketing.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Requests of which only a header, cookies and the way they came are asked for. */
final class Requests {

  private Requests() {}

  /**
   * @param authorization null for none
   */
  static HttpServletRequest of(
      boolean secure, String authorization, Map<String, String> cookieValues) {
    Cookie[] cookies =
        cookieValues.entrySet().stream()
            .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()))
            .toArray(Cookie[]::new);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isSecure" -> secure;
                  case "getHeader" -> authorization;
                  case "getCookies" -> cookies.length == 0 ? null : cookies;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
