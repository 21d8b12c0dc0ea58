package dev.ticketing.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A method and a path that the server says it has.
 *
 * @param path with an id that belongs to nothing in each variable's place
 */
public record Route(String method, String path) {

  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final String NOTHING = "5f0000000000000000000000";

  /** Every route that changes something, as the server's own description has it. */
  public static List<Route> changing(Visitor visitor) {
    JsonNode paths = visitor.get("/openapi?format=JSON").expect(200).json().path("paths");
    List<Route> routes = new ArrayList<>();
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            routes.add(
                                new Route(
                                    method.toUpperCase(Locale.ROOT),
                                    path.getKey().replaceAll("\\{[^}]*}", NOTHING)))));
    routes.removeIf(route -> !CHANGING.contains(route.method()));
    return routes;
  }

  /** The same with a slash at its end, or without the one it has. */
  public Route withOtherEnd() {
    return new Route(
        method, path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
