package dev.ticketing.system.running;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Starts the system for the first test that wants it and hands it to all; JUnit closes it with its
 * root store, whatever became of the tests. A failed test shows what the server logged last, and
 * what a class of tests leaves behind must be consistent.
 */
final class OneSystem implements ParameterResolver, TestWatcher, AfterAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(OneSystem.class);
  private static final Duration SETTLES_WITHIN = Duration.ofMinutes(2);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Ticketing.class;
  }

  @Override
  public Ticketing resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context)
        .getOrComputeIfAbsent(Ticketing.class, key -> Ticketing.start(), Ticketing.class);
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    Ticketing ticketing = store(context).get(Ticketing.class, Ticketing.class);
    if (ticketing != null && ticketing.isOurs()) {
      System.err.printf(
          "%s failed; the server's log ends with%n%s%n",
          context.getDisplayName(), ticketing.machinery().endOfLog());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Ticketing ticketing = store(context).get(Ticketing.class, Ticketing.class);
    if (ticketing != null) {
      Consistency.awaitClean(ticketing, SETTLES_WITHIN);
    }
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getRoot().getStore(NAMESPACE);
  }
}
