package dev.ticketing.system.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends a request byte by byte as it is, on a connection of its own, and reads what comes back. */
final class BareWire {

  private static final int PATIENCE_MILLIS = 60_000;

  private final URI server;

  BareWire(URI server) {
    this.server = server;
  }

  /**
   * An answer.
   *
   * @param status 0 when the server hung up without one
   * @param head its first line and headers
   */
  record Reply(int status, String head, String body) {}

  Reply send(BareRequest request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
      writeUnlessRefused(socket, request.bytes(server.getAuthority()));
      return parsed(allOf(socket.getInputStream()));
    }
  }

  /** A server that has answered already need not read the rest. */
  private static void writeUnlessRefused(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      // what it has answered is still to be read
    }
  }

  private static String allOf(InputStream in) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int count; (count = in.read(buffer)) >= 0; ) {
        read.write(buffer, 0, count);
      }
    } catch (IOException e) {
      // reset after the answer: what was read is all there is
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  private static Reply parsed(String text) {
    if (text.isEmpty()) {
      return new Reply(0, "", "");
    }
    int end = text.indexOf("\r\n\r\n");
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + 4);
    return new Reply(Integer.parseInt(head.split(" ", 3)[1]), head, body);
  }
}
