package dev.ticketing.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.system.running.Ticketing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The document at {@code /openapi}, read route by route. */
public final class ApiDocument {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode document;

  private ApiDocument(JsonNode document) {
    this.document = document;
  }

  public static ApiDocument of(Ticketing ticketing) {
    return new ApiDocument(ticketing.visitor().get("/openapi?format=JSON").expect(200).json());
  }

  /** All routes, in an order that is always the same. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            routes.add(
                                routeOf(operation.getKey(), path.getKey(), operation.getValue()));
                          }
                        }));
    routes.sort(Comparator.comparing(Route::name));
    return routes;
  }

  private Route routeOf(String method, String path, JsonNode operation) {
    Set<Integer> statuses = new TreeSet<>();
    operation
        .path("responses")
        .fieldNames()
        .forEachRemaining(status -> statuses.add(Integer.parseInt(status)));
    List<String> query = new ArrayList<>();
    operation
        .path("parameters")
        .forEach(
            parameter -> {
              if (parameter.path("in").asText().equals("query")) {
                query.add(parameter.path("name").asText());
              }
            });
    List<String> fields = new ArrayList<>();
    bodyOf(operation).path("properties").fieldNames().forEachRemaining(fields::add);
    return new Route(
        method.toUpperCase(java.util.Locale.ROOT),
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
        operation.has("requestBody"),
        fields,
        query,
        statuses);
  }

  private JsonNode bodyOf(JsonNode operation) {
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }
}
