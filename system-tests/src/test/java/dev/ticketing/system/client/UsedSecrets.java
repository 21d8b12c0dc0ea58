package dev.ticketing.system.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every secret that a client of this run was given or has sent in a body, noted where it crosses
 * the wire: in the end none of them may be in a log. Of a signed token it is the signature that
 * makes it one; tokens that tests forge open nothing, and are none.
 */
public final class UsedSecrets {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FIELDS =
      Set.of("password", "token", "newPassword", "currentPassword", "refreshToken", "accessToken");
  private static final int SHORTEST = 8;
  private static final Map<String, String> KINDS = new ConcurrentHashMap<>();

  private UsedSecrets() {}

  /**
   * Of a signed token all but its header, which is no secret: its claims alone let nobody in, nor
   * does its signature under other claims, as forgers have it.
   *
   * @param kind to tell what was found, since the secret itself must not be shown
   */
  public static void note(String kind, String secret) {
    if (secret != null) {
      String essence = secret.substring(secret.indexOf('.') + 1);
      if (essence.length() >= SHORTEST) {
        KINDS.putIfAbsent(essence, kind);
      }
    }
  }

  /** The secrets, each with its kind. */
  public static Map<String, String> all() {
    return Map.copyOf(KINDS);
  }

  static void noteHeader(String name, List<String> values) {
    for (String value : values) {
      switch (name.toLowerCase(java.util.Locale.ROOT)) {
        case "authorization" -> note("token", value.substring(value.indexOf(' ') + 1));
        case "set-cookie" -> noteCookie(value.split(";")[0]);
        default -> {}
      }
    }
  }

  private static void noteCookie(String cookie) {
    note("cookie", cookie.substring(cookie.indexOf('=') + 1).strip());
  }

  /** The fields of a body, or of an answer, that are secret by their name. */
  static void noteBody(String text) {
    if (text == null || !text.startsWith("{")) {
      return;
    }
    try {
      JsonNode body = JSON.readTree(text);
      FIELDS.forEach(field -> note(field, body.path(field).asText()));
    } catch (JsonProcessingException e) {
      // no body of ours has this form
    }
  }
}
