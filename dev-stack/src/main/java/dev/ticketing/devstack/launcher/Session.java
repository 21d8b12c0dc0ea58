package dev.ticketing.devstack.launcher;

import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.Part;
import dev.ticketing.devstack.Port;
import dev.ticketing.devstack.PortTaken;
import dev.ticketing.devstack.Settings;
import dev.ticketing.devstack.liberty.LibertyInstallation;
import dev.ticketing.devstack.liberty.LibertyServer;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One run from the first check to the last stop: checks the surroundings, starts the embedded
 * servers and, for a whole run, Liberty on top of them. When Liberty ends, so does the session,
 * with Liberty's exit code.
 */
final class Session {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Settings settings;
  private final DevStack.Builder stack;
  private final Shutdown shutdown;
  private final Announcements say;
  private final long begin = System.nanoTime();

  Session(Settings settings, DevStack.Builder stack, Shutdown shutdown, Announcements say) {
    this.settings = settings;
    this.stack = stack.settings(settings).listener(say::started);
    this.shutdown = shutdown;
    this.say = say;
  }

  /** The embedded servers alone, until the process is told to stop. */
  void serve(Set<Part> parts) {
    requireFree(new PortCheck(settings).of(parts));
    stack.only(parts);
    DevStack started = shutdown.keep(this::startStack);
    say.served(sinceBegin(), started.writeEnvironment());
  }

  /** Everything, until Liberty ends; returns its exit code. */
  int run(LibertyInstallation liberty, Redirect console) {
    requireFree(new PortCheck(settings).withApplication(EnumSet.allOf(Part.class)));
    new Reachability(settings).warnings().forEach(say::warning);
    DevStack started = shutdown.keep(this::startStack);
    LibertyServer server =
        shutdown.keep(() -> LibertyServer.start(liberty, started.environment(), console));
    say.libertyStarts(server.logFile().toString());
    if (server.awaitReady(PATIENCE)) {
      String demoUser = new DemoUser(started.keys().demoPassword()).signUp(server.httpUri());
      say.ready(started, server.httpUri(), sinceBegin(), demoUser);
    } else if (server.isAlive()) {
      say.notReady(PATIENCE, server.logFile().toString());
    }
    return server.awaitExit();
  }

  private void requireFree(List<Port> ports) {
    List<String> complaints = new PortCheck(settings).complaints(ports);
    if (!complaints.isEmpty()) {
      throw new CannotStart(complaints);
    }
  }

  private DevStack startStack() {
    try {
      return stack.start();
    } catch (PortTaken e) {
      throw new CannotStart(new PortCheck(settings).complaints(e.port()));
    }
  }

  private Duration sinceBegin() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
