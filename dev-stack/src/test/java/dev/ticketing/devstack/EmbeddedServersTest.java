package dev.ticketing.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EmbeddedServersTest {

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Map<Part, EmbeddedServer.Starter> starters = new EnumMap<>(Part.class);

  @Test
  void serversStartTogether() {
    CyclicBarrier allAreStarting = new CyclicBarrier(Part.values().length);
    for (Part part : Part.values()) {
      starters.put(
          part,
          () -> {
            await(allAreStarting);
            return server(part);
          });
    }

    EmbeddedServers servers = servers();
    servers.startAll();

    assertEquals(Part.values().length, log.size());
    servers.close();
  }

  @Test
  void serversStopOneAfterTheOtherInReverseOrder() {
    startable(Part.values());
    EmbeddedServers servers = servers();
    servers.startAll();
    log.clear();

    servers.close();
    servers.close();

    assertEquals(List.of("MAIL stops", "STRIPE stops", "KAFKA stops", "STORE stops"), log);
  }

  @Test
  void whenOneCannotStartNoneIsLeftRunning() {
    startable(Part.STORE, Part.MAIL);
    starters.put(
        Part.KAFKA,
        () -> {
          throw new PortTaken(9092, null);
        });
    EmbeddedServers servers = servers();

    assertEquals(9092, assertThrows(PortTaken.class, servers::startAll).port());
    assertTrue(log.containsAll(List.of("STORE stops", "MAIL stops")), log.toString());
  }

  @Test
  void aFailureToStopOneServerLeavesNoOtherRunning() {
    startable(Part.STORE);
    starters.put(
        Part.MAIL,
        () ->
            new FakeServer(
                () -> {
                  throw new IllegalStateException("stuck");
                }));
    EmbeddedServers servers = servers();
    servers.startAll();

    assertThrows(IllegalStateException.class, servers::close);
    assertTrue(log.contains("STORE stops"));
  }

  @Test
  void aServerThatWasTakenAwayCanBeStartedAgain() {
    startable(Part.STORE, Part.KAFKA);
    EmbeddedServers servers = servers();
    servers.startAll();
    log.clear();

    servers.stop(Part.KAFKA);
    assertTrue(servers.find(Part.KAFKA).isEmpty());
    servers.start(Part.KAFKA);

    assertTrue(servers.find(Part.KAFKA).isPresent());
    assertEquals(List.of("KAFKA stops", "KAFKA started"), log);
    servers.close();
  }

  private EmbeddedServers servers() {
    return new EmbeddedServers(starters, (part, server, time) -> log.add(part + " started"));
  }

  private void startable(Part... parts) {
    for (Part part : parts) {
      starters.put(part, () -> server(part));
    }
  }

  private EmbeddedServer server(Part part) {
    return new FakeServer(() -> log.add(part + " stops"));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The servers start one after the other", e);
    }
  }

  private record FakeServer(Runnable onClose) implements EmbeddedServer {

    @Override
    public String address() {
      return "nowhere";
    }

    @Override
    public void close() {
      onClose.run();
    }
  }
}
