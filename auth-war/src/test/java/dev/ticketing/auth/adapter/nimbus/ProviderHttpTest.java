package dev.ticketing.auth.adapter.nimbus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ProviderHttpTest {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

  private final ProviderHttp http = new ProviderHttp(Duration.ofSeconds(10));

  @Test
  void aConnectionThatIsClosedJustAsItIsUsedAgainDoesNotMatter() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serve(server));
      URL url = new URL("http://127.0.0.1:" + server.getLocalPort() + "/");
      assertEquals("{}", http.retrieveResource(url).getContent());
      assertEquals("{}", http.retrieveResource(url).getContent());
      serving.join();
    }
  }

  /** Answers once on the first connection, then takes a request and hangs up; answers the next. */
  private static void serve(ServerSocket server) {
    try {
      try (Socket kept = server.accept()) {
        answer(kept);
        readRequest(kept);
      }
      try (Socket fresh = server.accept()) {
        answer(fresh);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void answer(Socket socket) throws IOException {
    readRequest(socket);
    socket.getOutputStream().write(ANSWER);
    socket.getOutputStream().flush();
  }

  private static void readRequest(Socket socket) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    String line = lines.readLine();
    while (line != null && !line.isEmpty()) {
      line = lines.readLine();
    }
  }
}
