package dev.ticketing.platform.messaging;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

/** A scheduler whose time a test turns by hand: nothing runs before the test says so. */
final class HandScheduler {

  private final CompletableFuture<Void> repeatedEnds = new CompletableFuture<>();
  private final List<Runnable> once = new ArrayList<>();
  private Runnable repeated;
  private RuntimeException refusal;

  ScheduledExecutorService asExecutor() {
    return (ScheduledExecutorService)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "execute" -> {
                    refuse();
                    ((Runnable) arguments[0]).run();
                    yield null;
                  }
                  case "schedule" -> {
                    refuse();
                    once.add((Runnable) arguments[0]);
                    yield null;
                  }
                  case "scheduleWithFixedDelay" -> {
                    repeated = (Runnable) arguments[0];
                    yield cancelling(repeatedEnds);
                  }
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  private void refuse() {
    if (refusal != null) {
      throw refusal;
    }
  }

  /** From now on every new task is met with this. */
  void refuseFromNowOn(RuntimeException with) {
    refusal = with;
  }

  /** Runs the task that repeats, once. */
  void repeat() {
    repeated.run();
  }

  boolean repeatsNoMore() {
    return repeatedEnds.isCancelled();
  }

  /** Runs what is due, and what that makes due. */
  void runAll() {
    while (!once.isEmpty()) {
      once.remove(0).run();
    }
  }

  private static ScheduledFuture<?> cancelling(Future<?> ends) {
    return (ScheduledFuture<?>)
        Proxy.newProxyInstance(
            HandScheduler.class.getClassLoader(),
            new Class<?>[] {ScheduledFuture.class},
            (proxy, method, arguments) -> method.invoke(ends, arguments));
  }
}
