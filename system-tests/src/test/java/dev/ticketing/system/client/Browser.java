package dev.ticketing.system.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.util.CaseInsensitiveMap;

/**
 * Somebody with a browser: asks for pages, keeps the cookies of our site for our site, and goes
 * where it is sent only when told to.
 */
public final class Browser {

  private static final String PAGES = "text/html,application/xhtml+xml,*/*;q=0.8";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI site;
  private final Map<String, String> cookies = new HashMap<>();
  private String accept = PAGES;

  public Browser(URI site) {
    this.site = site;
  }

  /** Another browser that has got hold of all that this one keeps. */
  public Browser copy() {
    Browser copy = new Browser(site);
    copy.cookies.putAll(cookies);
    return copy;
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
    return keep(send("GET", site.resolve(path), headers(more), BodyPublishers.noBody()));
  }

  public Answer post(String path, Object body) {
    Map<String, String> headers = headers(Map.of("Content-Type", "application/json"));
    try {
      String json = JSON.writeValueAsString(body);
      return keep(send("POST", site.resolve(path), headers, BodyPublishers.ofString(json)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Follows a redirect, back to our site or to another; there it brings no cookie of ours. */
  public Answer follow(Answer redirect) {
    URI target = URI.create(redirect.expect(302).header("Location"));
    if (target.getPort() == site.getPort()) {
      return get(
          target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
    }
    return send("GET", target, Map.of("Accept", accept), BodyPublishers.noBody());
  }

  private static Answer send(
      String method, URI address, Map<String, String> headers, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, body).timeout(PATIENCE);
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      MultivaluedMap<String, String> received = new CaseInsensitiveMap<>();
      received.putAll(answer.headers().map());
      return new Answer(answer.statusCode(), received, answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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
