package dev.ticketing.system.fuzz;

import dev.ticketing.system.api.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes requests of a route that are wrong in one place or in several. What is not made wrong fits:
 * it has an id that exists, a good token, and fields of the right type, so that the wrong part gets
 * as far in as it can.
 */
final class Fuzzer {

  private static final List<String> OTHER_METHODS =
      List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO");
  private static final List<String> OTHER_FIELDS =
      List.of("id", "userId", "role", "version", "__proto__", "constructor", "$where", "");

  private final Random random;
  private final Values values;
  private final Fitting fitting;

  Fuzzer(Random random, Fitting fitting) {
    this.random = random;
    this.values = new Values(random);
    this.fitting = fitting;
  }

  BareRequest next(Route route) {
    List<String> headers = new ArrayList<>();
    fitting.token(route, random).ifPresent(token -> headers.add("Authorization: Bearer " + token));
    boolean oddBody = route.hasBody() ? oneIn(2) : oneIn(12);
    byte[] body = oddBody ? oddBody(route) : route.hasBody() ? fittingBody(route) : null;
    if (body != null) {
      headers.add("Content-Type: application/json");
    }
    String method = oneIn(12) ? values.of(OTHER_METHODS) : route.method();
    String target = path(route) + query(route);
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      change(headers, values.oddHeader());
    }
    return new BareRequest(method, target, headers, body);
  }

  /** Takes the place of the header of that name, or stands beside it. */
  private void change(List<String> headers, String odd) {
    String name = odd.substring(0, odd.indexOf(':') + 1);
    if (!oneIn(5)) {
      headers.removeIf(header -> header.startsWith(name));
    }
    headers.add(odd);
  }

  private String path(Route route) {
    String path = route.path();
    while (path.contains("{")) {
      String id = oneIn(3) ? values.oddText() : fitting.id(route.path());
      path = path.substring(0, path.indexOf('{')) + id + path.substring(path.indexOf('}') + 1);
    }
    return oneIn(20) ? path + "/" : path;
  }

  private String query(Route route) {
    List<String> parts = new ArrayList<>();
    for (String name : route.query()) {
      if (oneIn(2)) {
        parts.add(name + "=" + values.oddText());
      }
    }
    if (oneIn(15)) {
      parts.add(values.oddText() + "=" + values.oddText());
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private byte[] fittingBody(Route route) {
    return utf8(written(fields(route)));
  }

  private Map<String, String> fields(Route route) {
    Map<String, String> fields = new LinkedHashMap<>();
    route.fields().forEach(name -> fields.put(name, fitting.json(name)));
    return fields;
  }

  private static String written(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private byte[] oddBody(Route route) {
    Map<String, String> fields = fields(route);
    List<String> names = new ArrayList<>(fields.keySet());
    return switch (random.nextInt(10)) {
      case 0 -> utf8(values.oddJson());
      case 1 -> utf8(cut(written(fields)));
      case 2 -> broken(utf8(written(fields)));
      case 3 -> written(fields).getBytes(StandardCharsets.UTF_16);
      case 4 -> new byte[0];
      case 5 -> {
        fields.keySet().removeIf(name -> oneIn(2));
        yield utf8(written(fields));
      }
      case 6 -> {
        for (int i = 0; i < 50; i++) {
          fields.put(values.of(OTHER_FIELDS) + (i < 3 ? "" : i), values.oddJson());
        }
        yield utf8(written(fields));
      }
      case 7 -> utf8(written(fields) + values.oddJson());
      default -> {
        for (String name : names) {
          if (oneIn(Math.max(1, names.size() / 2))) {
            fields.put(name, values.oddJson());
          }
        }
        yield utf8(written(fields));
      }
    };
  }

  private String cut(String text) {
    return text.substring(0, random.nextInt(text.length()));
  }

  private byte[] broken(byte[] bytes) {
    for (int i = 0; i < 3 && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
