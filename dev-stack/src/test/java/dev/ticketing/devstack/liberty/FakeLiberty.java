package dev.ticketing.devstack.liberty;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stands in for the real server in tests: a JVM behind a start script of the same name, on the port
 * it is given. It is ready at once, shows its variables, ends with the exit code it is asked for
 * and notes a graceful end.
 */
public final class FakeLiberty {

  private FakeLiberty() {}

  public static void main(String... arguments) throws IOException {
    Path output = Files.createDirectories(Path.of(System.getenv("WLP_OUTPUT_DIR")));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(output.resolve("stopped"))));
    int port = Integer.parseInt(System.getenv("HTTP_PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/health/ready", exchange -> reply(exchange, 200, "UP"));
    server.createContext("/api/users/signup", exchange -> reply(exchange, 201, "{}"));
    server.createContext("/command", exchange -> reply(exchange, 200, String.join(" ", arguments)));
    server.createContext(
        "/variable",
        exchange ->
            reply(
                exchange, 200, String.valueOf(System.getenv(exchange.getRequestURI().getQuery()))));
    server.createContext(
        "/exit",
        exchange -> {
          reply(exchange, 200, "bye");
          Runtime.getRuntime().halt(Integer.parseInt(exchange.getRequestURI().getQuery()));
        });
    server.start();
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "gracefully");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
