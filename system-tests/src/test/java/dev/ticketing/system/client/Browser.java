package dev.ticketing.system.client;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody with a browser: asks for pages, keeps the cookies of our site for our site, and goes
 * where it is sent only when told to.
 */
public final class Browser {

  private static final String PAGES = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final Wire wire;
  private final Map<String, String> cookies = new HashMap<>();
  private String accept = PAGES;

  public Browser(Wire wire) {
    this.wire = wire;
  }

  /** A program that goes a browser's ways, but wants JSON. */
  public Browser wantingJson() {
    accept = "application/json";
    return this;
  }

  public Answer get(String path) {
    return get(path, Map.of());
  }

  public Answer get(String path, Map<String, String> more) {
    return keep(wire.send("GET", path, headers(more), null));
  }

  public Answer post(String path, Object body) {
    return keep(wire.send("POST", path, headers(Map.of()), body));
  }

  /** Follows a redirect, back to our site or to another; there it brings no cookie of ours. */
  public Answer follow(Answer redirect) {
    URI target = URI.create(redirect.expect(302).header("Location"));
    if (target.getPort() == wire.server().getPort()) {
      return get(
          target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
    }
    return wire.send("GET", target.toString(), Map.of("Accept", accept), null);
  }

  public Map<String, String> cookies() {
    return Map.copyOf(cookies);
  }

  /** Who is signed in here; empty for nobody. */
  public String userId() {
    return get("/api/users/currentuser").expect(200).json().at("/currentUser/id").asText();
  }

  private Map<String, String> headers(Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Accept", accept);
    if (!cookies.isEmpty()) {
      headers.put(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers;
  }

  private Answer keep(Answer answer) {
    for (String cookie : answer.headers().getOrDefault("Set-Cookie", List.of())) {
      String pair = cookie.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      if (cookie.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, pair.substring(pair.indexOf('=') + 1));
      }
    }
    return answer;
  }
}
