package dev.ticketing.system.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Another machine, as far as the server can see: whoever is at another address of the loopback. */
public final class Neighbour {

  private static final String ADDRESS = "127.0.0.2";

  private Neighbour() {}

  /** Whether this system has such an address, as Linux does. */
  public static boolean exists() {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Posts JSON and returns the whole answer as it comes: status line, headers and body. */
  public static String post(URI server, String path, Map<String, String> headers, String json) {
    StringBuilder request =
        new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("Content-Type: application/json\r\nConnection: close\r\nContent-Length: ");
    request.append(json.length() + "\r\n\r\n" + json);
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(20_000);
      socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
