package dev.ticketing.devstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Another JVM with this test's class path, to be killed. Its main class prints an address when it
 * is ready, and ends by itself when this JVM does, because its standard input ends then.
 */
public final class ForkedJvm implements AutoCloseable {

  private static final String READY = "ready at ";

  private final Process process;
  private final String address;

  private ForkedJvm(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  public static ForkedJvm start(Class<?> main, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    while (line != null && !line.startsWith(READY)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException(main.getSimpleName() + " ended before it was ready");
    }
    return new ForkedJvm(process, line.substring(READY.length()));
  }

  /** What the main class calls: announces the address and waits for the end of the parent. */
  public static void announceAndWait(String address) {
    System.out.println(READY + address);
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Runtime.getRuntime().halt(0);
  }

  public String address() {
    return address;
  }

  /** The same as kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
