package dev.ticketing.devstack.launcher;

import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.InvalidSetting;
import dev.ticketing.devstack.Settings;
import dev.ticketing.devstack.liberty.LibertyInstallation;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The one command. Understands the command line, starts a session and makes sure that it ends
 * whole: on Ctrl-C, on a signal, with its parent process and with Liberty.
 */
public final class Launcher {

  static final int USAGE = 64;
  static final int UNAVAILABLE = 69;
  static final int BAD_SETTING = 78;
  private static final int TERMINATED = 143;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream errors;

  Launcher(Map<String, String> environment, PrintStream out, PrintStream errors) {
    this.environment = environment;
    this.out = out;
    this.errors = errors;
  }

  public static void main(String... arguments) {
    System.exit(new Launcher(System.getenv(), System.out, System.err).launch(arguments));
  }

  int launch(String... arguments) {
    try {
      return execute(CommandLine.parse(arguments));
    } catch (UsageError e) {
      errors.printf("%s%n%n%s", e.getMessage(), Command.USAGE);
      return USAGE;
    } catch (InvalidSetting e) {
      errors.println(e.getMessage());
      return BAD_SETTING;
    } catch (CannotStart e) {
      errors.println(e.getMessage());
      return UNAVAILABLE;
    }
  }

  private int execute(Command command) {
    if (command instanceof Command.Run run) {
      return run(run);
    }
    if (command instanceof Command.Serve serve) {
      return serve(serve);
    }
    out.print(Command.USAGE);
    return 0;
  }

  private int run(Command.Run run) {
    Settings settings = Settings.from(environment);
    LibertyInstallation liberty = liberty(run, settings.dataDirectory());
    try (Shutdown shutdown = shutdown(run.detached())) {
      return session(settings, shutdown).run(liberty, Redirect.INHERIT);
    }
  }

  private static LibertyInstallation liberty(Command.Run run, Path dataDirectory) {
    try {
      return new LibertyInstallation(
          run.liberty(), run.userDirectory(), dataDirectory.resolve("liberty"), run.server());
    } catch (IllegalArgumentException e) {
      throw new CannotStart(List.of(e.getMessage()));
    }
  }

  private int serve(Command.Serve serve) {
    try (Shutdown shutdown = shutdown(serve.detached())) {
      session(Settings.from(environment), shutdown).serve(serve.parts());
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return TERMINATED;
    }
  }

  private Session session(Settings settings, Shutdown shutdown) {
    return new Session(settings, DevStack.builder(), shutdown, new Announcements(out));
  }

  private Shutdown shutdown(boolean detached) {
    Shutdown shutdown = new Shutdown(errors);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::close, "shutdown"));
    if (!detached) {
      ParentWatch.onEnd(() -> System.exit(TERMINATED));
    }
    return shutdown;
  }
}
