package dev.ticketing.system.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One request on a connection of its own, never repeated by a clever client: either it is answered,
 * or nobody listened, or the connection broke after the request was sent.
 */
public final class OneShot {

  /** What has become of a request. */
  public enum End {
    ANSWERED,
    REFUSED,
    BROKEN
  }

  /**
   * @param status of the answer; 0 without one
   * @param text of the answer, its head included
   */
  public record Outcome(End end, int status, String text) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MILLIS = 300_000;

  private OneShot() {}

  public static Outcome post(URI server, String path, String token, Object body) {
    String content = json(body);
    List<String> lines =
        List.of(
            "POST " + path + " HTTP/1.1",
            "Host: " + server.getAuthority(),
            "Connection: close",
            "Authorization: Bearer " + token,
            "Content-Type: application/json",
            "Content-Length: " + content.getBytes(StandardCharsets.UTF_8).length,
            "",
            content);
    byte[] request = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.isEmpty()
          ? new Outcome(End.BROKEN, 0, "")
          : new Outcome(End.ANSWERED, Integer.parseInt(text.split(" ", 3)[1]), text);
    } catch (ConnectException e) {
      return new Outcome(End.REFUSED, 0, "");
    } catch (SocketTimeoutException e) {
      throw new AssertionError("No answer to " + path, e);
    } catch (IOException e) {
      return new Outcome(End.BROKEN, 0, e.toString());
    }
  }

  private static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
