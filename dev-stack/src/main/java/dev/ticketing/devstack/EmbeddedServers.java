package dev.ticketing.devstack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;

/**
 * The embedded servers of one run. They do not know each other, so they start in parallel; they
 * stop one after the other, last part first. When one cannot start, none is left running. A single
 * server can be stopped and started again, which is how tests take a part away.
 */
final class EmbeddedServers implements AutoCloseable {

  private final Map<Part, EmbeddedServer.Starter> starters;
  private final DevStack.Listener listener;
  private final Map<Part, EmbeddedServer> running = new EnumMap<>(Part.class);

  EmbeddedServers(Map<Part, EmbeddedServer.Starter> starters, DevStack.Listener listener) {
    this.starters = new EnumMap<>(Part.class);
    this.starters.putAll(starters);
    this.listener = listener;
  }

  void startAll() {
    // SLF4J complains when several threads are the first to use it
    LoggerFactory.getILoggerFactory();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<CompletableFuture<Void>> starts =
          starters.keySet().stream()
              .map(part -> CompletableFuture.runAsync(() -> start(part), threads))
              .toList();
      CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      threads.shutdown();
    }
  }

  void start(Part part) {
    EmbeddedServer.Starter starter = starters.get(part);
    if (starter == null) {
      throw new IllegalStateException("The " + part.title() + " is not embedded");
    }
    if (find(part).isPresent()) {
      return;
    }
    long begin = System.nanoTime();
    EmbeddedServer server = starter.start();
    synchronized (running) {
      running.put(part, server);
      listener.started(part, server, Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  void stop(Part part) {
    EmbeddedServer server;
    synchronized (running) {
      server = running.remove(part);
    }
    if (server != null) {
      server.close();
    }
  }

  Optional<EmbeddedServer> find(Part part) {
    synchronized (running) {
      return Optional.ofNullable(running.get(part));
    }
  }

  @Override
  public void close() {
    List<Part> parts = new ArrayList<>(List.of(Part.values()));
    Collections.reverse(parts);
    RuntimeException failure = null;
    for (Part part : parts) {
      try {
        stop(part);
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
