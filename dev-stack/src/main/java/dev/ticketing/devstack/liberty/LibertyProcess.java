package dev.ticketing.devstack.liberty;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One life of the server: from its start to the end of its JVM. The start script becomes the JVM
 * where it can; where it cannot, the JVM is its child. Both are ended together.
 */
final class LibertyProcess {

  /**
   * Liberty itself lets requests in flight end for up to 30 seconds; a busy machine takes longer.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final LibertyInstallation installation;
  private final Process process;

  private LibertyProcess(LibertyInstallation installation, Process process) {
    this.installation = installation;
    this.process = process;
  }

  static LibertyProcess start(LibertyInstallation installation, ProcessBuilder command) {
    try {
      return new LibertyProcess(installation, command.start());
    } catch (IOException e) {
      throw new UncheckedIOException("Liberty cannot be started", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The process that serves requests. */
  ProcessHandle jvm() {
    Predicate<ProcessHandle> java =
        handle -> handle.info().command().filter(c -> c.matches(".*\\bjava(\\.exe)?")).isPresent();
    return process.descendants().filter(java).findFirst().orElse(process.toHandle());
  }

  int awaitExit() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Liberty was running", e);
    }
  }

  /** Asks the server to end, and ends it when it does not. */
  void stop() {
    List<ProcessHandle> processes = processes();
    if (process.supportsNormalTermination()) {
      processes.forEach(ProcessHandle::destroy);
    } else {
      runStopCommand();
    }
    processes.forEach(handle -> end(handle, PATIENCE));
  }

  /** Ends the server as a crash would. */
  void kill() {
    processes().forEach(handle -> end(handle, Duration.ZERO));
  }

  private List<ProcessHandle> processes() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private void runStopCommand() {
    try {
      Process stop = installation.stop().redirectErrorStream(true).start();
      stop.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("Liberty cannot be stopped", e);
    }
  }

  private static void end(ProcessHandle handle, Duration patience) {
    if (!exits(handle, patience)) {
      handle.destroyForcibly();
      exits(handle, PATIENCE);
    }
  }

  private static boolean exits(ProcessHandle handle, Duration patience) {
    return handle
        .onExit()
        .thenApply(ended -> true)
        .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
