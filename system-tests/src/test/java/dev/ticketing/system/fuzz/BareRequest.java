package dev.ticketing.system.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as its bytes.
 *
 * @param target path and query
 * @param headers whole lines
 * @param body null for none
 */
record BareRequest(String method, String target, List<String> headers, byte[] body) {

  private static final int SHOWN = 300;

  byte[] bytes(String host) {
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + target + " HTTP/1.1");
    lines.add("Host: " + host);
    lines.add("Connection: close");
    lines.addAll(headers);
    if (body != null) {
      lines.add("Content-Length: " + body.length);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    if (body != null) {
      bytes.writeBytes(body);
    }
    return bytes.toByteArray();
  }

  /** Without the token, and without the end of what is long. */
  @Override
  public String toString() {
    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    return method
        + " "
        + shortened(target)
        + " "
        + headers.stream().filter(line -> !line.startsWith("Authorization")).toList()
        + " "
        + shortened(text);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... " + text.length();
  }
}
