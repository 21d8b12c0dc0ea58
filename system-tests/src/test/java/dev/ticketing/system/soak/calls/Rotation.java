package dev.ticketing.system.soak.calls;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers in turn, without those that do not answer at present. */
public final class Rotation {

  private final List<Server> servers;
  private final AtomicInteger turn = new AtomicInteger();

  public Rotation(List<Server> servers) {
    this.servers = List.copyOf(servers);
  }

  /** The next one in use; the next at all where none is. */
  Server next() {
    int start = Math.floorMod(turn.getAndIncrement(), servers.size());
    for (int i = 0; i < servers.size(); i++) {
      Server server = servers.get((start + i) % servers.size());
      if (server.isInUse()) {
        return server;
      }
    }
    return servers.get(start);
  }

  int size() {
    return servers.size();
  }
}
