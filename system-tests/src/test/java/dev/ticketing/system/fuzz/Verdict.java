package dev.ticketing.system.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketing.system.api.Route;
import dev.ticketing.system.fuzz.BareWire.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with an answer to a malformed request. */
final class Verdict {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> INSIDES =
      List.of(
          "<html",
          "<!doctype",
          "\tat ",
          "exception",
          "jakarta.",
          "java.lang",
          "com.ibm",
          "org.jboss",
          "com.fasterxml",
          "com.mongodb",
          "dev.ticketing");
  private static final int FIRST_REFUSAL = 400;
  private static final int METHOD_NOT_ALLOWED = 405;

  private Verdict() {}

  /** Empty when the answer is as it has to be. */
  static Optional<String> on(Route route, List<Route> all, BareRequest request, Reply reply) {
    int status = reply.status();
    if (status == 0) {
      return Optional.of("no answer");
    }
    if (status >= 500) {
      return Optional.of("the server failed");
    }
    String told = (reply.head() + reply.body()).toLowerCase(Locale.ROOT);
    for (String inside : INSIDES) {
      if (told.contains(inside)) {
        return Optional.of("the answer tells of the inside: " + inside.strip());
      }
    }
    if (!isDocumented(route, all, request, status)) {
      return Optional.of(
          status + " is not in /openapi for " + route.path() + " with " + request.method());
    }
    boolean hasBody = status >= FIRST_REFUSAL && !request.method().equals("HEAD");
    return hasBody && !isErrorBody(reply) ? Optional.of("no error body") : Optional.empty();
  }

  /**
   * With a method that has no route at this path, it has to be refused as such, or as an alias that
   * the description of the API does not name.
   */
  private static boolean isDocumented(
      Route route, List<Route> all, BareRequest request, int status) {
    String method = request.method();
    if (method.equals("OPTIONS")) {
      return true;
    }
    List<Route> meant =
        all.stream()
            .filter(one -> one.path().equals(route.path()) || isParameter(one, route))
            .filter(one -> one.method().equals(method.equals("HEAD") ? "GET" : method))
            .toList();
    boolean refusedAsUnknown =
        !method.equals(route.method())
            && List.of(METHOD_NOT_ALLOWED, 403, 404, 400, 501).contains(status);
    boolean refusedAsAlias =
        meant.isEmpty() && status >= FIRST_REFUSAL && status < FIRST_REFUSAL + 100;
    return refusedAsUnknown
        || refusedAsAlias
        || meant.stream().anyMatch(one -> one.statuses().contains(status))
        || method.equals("HEAD") && status == 200;
  }

  /** Whether the path of the one could be that of the other with an id in the parameter's place. */
  private static boolean isParameter(Route one, Route other) {
    String pattern = one.path().replaceAll("\\{[^}]*}", "[^/]*");
    return one.path().contains("{") && other.path().matches(pattern);
  }

  private static boolean isErrorBody(Reply reply) {
    if (!reply.head().toLowerCase(Locale.ROOT).contains("content-type: application/json")) {
      return false;
    }
    try {
      String body = reply.body();
      JsonNode json = JSON.readTree(body.substring(Math.max(0, body.indexOf('{'))));
      return json.path("errors").isArray() && !json.path("errors").isEmpty();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
