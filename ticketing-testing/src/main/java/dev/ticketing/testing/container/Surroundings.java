package dev.ticketing.testing.container;

import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.Part;
import dev.ticketing.testing.probe.Variable;
import java.nio.file.Path;
import java.util.EnumSet;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.api.event.ManagerStopping;

/**
 * What the server under test needs around it: a document store, a broker, a Stripe sandbox, keys,
 * all of this run alone and on free ports. They are there before Arquillian reads its configuration
 * and stay until it has stopped the server. Without a test in the container nothing is started.
 */
public final class Surroundings {

  private static final int FIRST = 1_000;
  private static final int LAST = -1_000;

  private static DevStack stack;

  void begin(@Observes(precedence = FIRST) ManagerStarted event) {
    if (stack != null) {
      return;
    }
    Path directory = Path.of("target", "container").toAbsolutePath();
    Directories.empty(directory);
    stack =
        DevStack.builder()
            .freePorts()
            .dataDirectory(directory.resolve("data"))
            .only(EnumSet.of(Part.STORE, Part.KAFKA, Part.STRIPE))
            .start();
    stack.environment().forEach(Variable::set);
    TestServer.create(directory.resolve("usr"), stack.environment());
  }

  void end(@Observes(precedence = LAST) ManagerStopping event) {
    if (stack != null) {
      stack.close();
      stack = null;
    }
  }

  /** For tests that run beside the server. */
  public static DevStack stack() {
    return stack;
  }
}
