package dev.ticketing.system.running;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the threads of another JVM are doing: where one that does not get ready hangs. */
final class ThreadDump {

  private ThreadDump() {}

  static String of(long pid) {
    String jstack = Path.of(System.getProperty("java.home"), "bin", "jstack").toString();
    ProcessBuilder command = new ProcessBuilder(jstack, String.valueOf(pid));
    try (InputStream output = command.redirectErrorStream(true).start().getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "No thread dump: " + e;
    }
  }
}
