package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.client.Visitor;
import java.util.List;
import java.util.Map;

/** Looks through what is on sale, without being known. */
public final class Browses implements Behaviour {

  private static final List<String> PATHS =
      List.of(
          "/api/tickets",
          "/api/tickets?limit=100",
          "/api/tickets?status=sold&limit=50",
          "/api/tickets?q=better&limit=10");

  @Override
  public void act(Scene scene) {
    String path = scene.oneOf(PATHS);
    scene.send("browse", wire -> new Visitor(wire, Map.of()).get(path)).expect(200);
  }
}
