package dev.ticketing.platform.aggregate;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/** Holds aggregates in memory and fails the commits a test wants to fail. */
final class FakeEntities {

  private final Map<String, Supplier<Listing>> stored = new HashMap<>();
  private final Queue<RuntimeException> commitFailures = new ArrayDeque<>();
  private final List<String> log = new ArrayList<>();
  private boolean active;

  void store(String id, Supplier<Listing> asLoaded) {
    stored.put(id, asLoaded);
  }

  void failNextCommits(int times, RuntimeException failure) {
    for (int i = 0; i < times; i++) {
      commitFailures.add(failure);
    }
  }

  /** What was asked of the persistence provider, in order. */
  List<String> log() {
    return log;
  }

  EntityManagerFactory factory() {
    return fake(
        EntityManagerFactory.class,
        (method, arguments) -> fake(EntityManager.class, this::entityManager));
  }

  private Object entityManager(String method, Object[] arguments) {
    switch (method) {
      case "find":
        return stored.getOrDefault((String) arguments[1], () -> null).get();
      case "getTransaction":
        return fake(EntityTransaction.class, this::transaction);
      case "persist", "close":
        log.add(method);
        return null;
      default:
        throw new UnsupportedOperationException(method);
    }
  }

  private Object transaction(String method, Object[] arguments) {
    if (method.equals("isActive")) {
      return active;
    }
    log.add(method);
    active = method.equals("begin");
    if (method.equals("commit") && !commitFailures.isEmpty()) {
      throw commitFailures.remove();
    }
    return null;
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
