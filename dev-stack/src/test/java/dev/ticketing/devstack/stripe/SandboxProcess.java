package dev.ticketing.devstack.stripe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A sandbox in a process of its own, so that a test can kill it. */
final class SandboxProcess {
  private final Process process;
  private final int port;

  private SandboxProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static SandboxProcess start(Path directory) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxProcess.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new SandboxProcess(process, Integer.parseInt(output.readLine()));
  }

  String baseUri() {
    return "http://127.0.0.1:" + port;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public static void main(String[] arguments) throws InterruptedException {
    StripeSandbox sandbox =
        StripeSandbox.start(
            Path.of(arguments[0]),
            0,
            SandboxFixture.API_KEY,
            SandboxFixture.WEBHOOK_SECRET,
            () -> null);
    System.out.println(sandbox.port());
    new CountDownLatch(1).await();
  }
}
