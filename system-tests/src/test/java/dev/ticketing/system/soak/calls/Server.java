package dev.ticketing.system.soak.calls;

import dev.ticketing.system.client.Wire;
import java.net.URI;
import java.time.Instant;

/**
 * One server as its clients see it: in use, or left alone from the first connection that it refused
 * until it is ready again. Whoever kills it says so, because what was underway then may be lost.
 */
public final class Server {

  private final String name;
  private final Wire wire;
  private volatile boolean inUse = true;
  private volatile boolean ready = true;
  private volatile Instant killedAt = Instant.MIN;

  public Server(String name, URI uri) {
    this.name = name;
    this.wire = new Wire(uri);
  }

  public String name() {
    return name;
  }

  public URI uri() {
    return wire.server();
  }

  Wire wire() {
    return wire;
  }

  boolean isInUse() {
    return inUse;
  }

  void leaveAlone() {
    inUse = false;
  }

  /** To be called before it is killed. */
  public void killed() {
    killedAt = Instant.now();
    ready = false;
  }

  public void readyAgain() {
    ready = true;
    inUse = true;
  }

  public void close() {
    wire.close();
  }

  /** Whether a request sent then may have met this server while it was killed on purpose. */
  boolean isExcusedSince(Instant sent) {
    return !ready || killedAt.isAfter(sent);
  }
}
