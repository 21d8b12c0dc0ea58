package dev.ticketing.system.api;

import java.util.List;
import java.util.Set;

/**
 * One route of the API.
 *
 * @param path with its parameters in braces and without a slash at its end
 * @param fields of its body
 * @param query the names of its query parameters
 * @param statuses that it is said to answer with
 */
public record Route(
    String method,
    String path,
    boolean hasBody,
    List<String> fields,
    List<String> query,
    Set<Integer> statuses) {

  /** Such as {@code GET /api/tickets/{id}}. */
  public String name() {
    return method + " " + path;
  }

  @Override
  public String toString() {
    return name();
  }
}
