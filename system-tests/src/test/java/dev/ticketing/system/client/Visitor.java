package dev.ticketing.system.client;

import java.util.HashMap;
import java.util.Map;

/** Somebody at the other end of the wire; without headers of their own they are nobody known. */
public class Visitor {

  private final Wire wire;
  private final Map<String, String> headers;

  public Visitor(Wire wire, Map<String, String> headers) {
    this.wire = wire;
    this.headers = headers;
  }

  /**
   * @param body becomes JSON; null for none
   */
  public Answer send(String method, String path, Object body) {
    return wire.send(method, path, headers, body);
  }

  public Answer get(String path) {
    return wire.send("GET", path, headers, null);
  }

  public Answer post(String path, Object body) {
    return wire.send("POST", path, headers, body);
  }

  /** A request that says more in its headers than this visitor always does. */
  public Answer post(String path, Object body, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return wire.send("POST", path, all, body);
  }

  public Answer put(String path, Object body) {
    return wire.send("PUT", path, headers, body);
  }

  public Answer patch(String path, Object body) {
    return wire.send("PATCH", path, headers, body);
  }

  public Answer delete(String path) {
    return wire.send("DELETE", path, headers, null);
  }

  public Answer ticket(String id) {
    return get("/api/tickets/" + id);
  }

  protected Wire wire() {
    return wire;
  }
}
