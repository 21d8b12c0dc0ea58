package dev.ticketing.devstack.http;

import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** The parts of a request that a JSON view decides on. */
public record JsonRequest(String method, String path, Fields query) {

  static JsonRequest of(Request request) {
    return new JsonRequest(
        request.getMethod(),
        Request.getPathInContext(request),
        Request.extractQueryParameters(request));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.getValue(name));
  }
}
