package dev.ticketing.devstack.http;

import java.util.List;
import java.util.Map;

/** A status and what becomes the JSON body; errors have the body the product's own API has. */
public record JsonReply(int status, Object body) {

  public static JsonReply ok(Object body) {
    return new JsonReply(200, body);
  }

  public static JsonReply error(int status, String message) {
    return new JsonReply(status, Map.of("errors", List.of(Map.of("message", message))));
  }
}
