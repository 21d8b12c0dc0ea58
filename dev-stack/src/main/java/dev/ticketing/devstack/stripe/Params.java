package dev.ticketing.devstack.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters of a request in Stripe's form encoding: {@code a[b]=c} for nested values, {@code
 * a[]=b} or {@code a[0]=b} for lists.
 */
final class Params {
  private static final Pattern INDEX = Pattern.compile("\\[\\d*]");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

  private final Map<String, String> values;

  private Params(Map<String, String> values) {
    this.values = values;
  }

  static Params parse(String... encodings) {
    Map<String, String> values = new TreeMap<>();
    for (String encoded : encodings) {
      if (encoded != null && !encoded.isEmpty()) {
        decode(encoded, values);
      }
    }
    return new Params(Collections.unmodifiableMap(values));
  }

  private static void decode(String encoded, Map<String, String> values) {
    int position = 0;
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      String name = plain(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : plain(pair.substring(equals + 1));
      if (name.endsWith("[]")) {
        name = name.substring(0, name.length() - 1) + position++ + "]";
      }
      values.put(name, value);
    }
  }

  private static String plain(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiError.parameter(null, null, "The request is not form-encoded: " + e.getMessage());
    }
  }

  /**
   * Refuses what is not in this set of names; {@code a[]} stands for any index, {@code a[*]} for
   * any one key below a.
   */
  void allowOnly(Set<String> allowed) {
    for (String name : values.keySet()) {
      String shape = INDEX.matcher(name).replaceAll("[]");
      int bracket = name.indexOf('[');
      boolean anyKey =
          bracket > 0
              && name.indexOf(']') == name.length() - 1
              && allowed.contains(name.substring(0, bracket) + "[*]");
      if (!allowed.contains(shape) && !anyKey) {
        throw ApiError.parameter("parameter_unknown", name, "Received unknown parameter: " + name);
      }
    }
  }

  boolean has(String name) {
    return text(name) != null;
  }

  /** The value, or null where it is absent or empty. */
  String text(String name) {
    String value = values.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw ApiError.parameter("parameter_missing", name, "Missing required param: " + name + ".");
    }
    return value;
  }

  String oneOf(String name, Set<String> choices) {
    String value = text(name);
    if (value != null && !choices.contains(value)) {
      String list = choices.stream().sorted().collect(Collectors.joining(", "));
      throw ApiError.parameter(null, name, "Invalid " + name + ": must be one of " + list);
    }
    return value;
  }

  Long integer(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    if (!INTEGER.matcher(value).matches()) {
      throw ApiError.parameter("parameter_invalid_integer", name, "Invalid integer: " + value);
    }
    return Long.valueOf(value);
  }

  boolean flag(String name) {
    String value = text(name);
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw ApiError.parameter(null, name, "Invalid boolean: " + value);
  }

  List<String> list(String name) {
    String prefix = name + "[";
    return values.entrySet().stream()
        .filter(e -> e.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The keys and values below a name, empty values included. */
  Map<String, String> entries(String name) {
    String prefix = name + "[";
    Map<String, String> entries = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            entries.put(key.substring(prefix.length(), key.length() - 1), value);
          }
        });
    return entries;
  }

  /** One text for all parameters, the same whatever their order was. */
  String canonical() {
    return values.toString();
  }
}
