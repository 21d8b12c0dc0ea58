package dev.ticketing.platform.security;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.platform.json.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The public keys that tokens may be signed with, from the file (a JSON Web Key Set) that the
 * server verifies them by. A key that is put into the file, or taken out of it, counts within a
 * second. The server itself would never forget a key it has read, and would read the file again,
 * and keep all of it once more, for each token with an id of a key that nobody knows.
 */
public final class VerificationKeys {

  /** The setting that tells where the file is. */
  public static final String LOCATION = "mp.jwt.verify.publickey.location";

  private static final System.Logger LOG = System.getLogger(VerificationKeys.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final List<String> PUBLIC_PARTS = List.of("kty", "use", "alg", "kid", "n", "e");

  private record Known(
      FileTime modified, List<Map<String, String>> keys, Map<String, PublicKey> byId) {}

  private final Path file;
  private final Clock clock;
  private Known known = new Known(null, List.of(), Map.of());
  private Instant nextLook = Instant.MIN;
  private boolean quiet;

  VerificationKeys(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Those of the file that the server's configuration names. */
  public static VerificationKeys ofThisServer() {
    return OfThisServer.KEYS;
  }

  Optional<PublicKey> find(String id) {
    return Optional.ofNullable(now().byId().get(id));
  }

  /** All of them, without anything that is not for everybody's eyes. */
  public List<Map<String, String>> publicParts() {
    return now().keys();
  }

  private synchronized Known now() {
    Instant now = clock.instant();
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(LOOK_AGAIN);
      look();
    }
    return known;
  }

  private void look() {
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      if (!modified.equals(known.modified())) {
        known = read(modified);
      }
      quiet = false;
    } catch (IOException e) {
      if (!quiet) {
        LOG.log(System.Logger.Level.ERROR, "No keys can be read, those known so far stay: " + e);
      }
      quiet = true;
    }
  }

  private Known read(FileTime modified) throws IOException {
    List<Map<String, String>> keys = new ArrayList<>();
    Map<String, PublicKey> byId = new HashMap<>();
    for (JsonNode key : Json.mapper().readTree(file.toFile()).path("keys")) {
      Map<String, String> parts = new LinkedHashMap<>();
      PUBLIC_PARTS.forEach(part -> parts.put(part, key.path(part).asText(null)));
      parts.values().removeIf(Objects::isNull);
      keys.add(parts);
      byId.put(parts.get("kid"), rsaKey(parts));
    }
    byId.remove(null);
    return new Known(modified, List.copyOf(keys), byId);
  }

  private static PublicKey rsaKey(Map<String, String> parts) throws IOException {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(parts, "n"), number(parts, "e")));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("The key " + parts.get("kid") + " is no RSA key", e);
    }
  }

  private static BigInteger number(Map<String, String> parts, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(parts.getOrDefault(name, "")));
  }

  private static final class OfThisServer {

    private static final VerificationKeys KEYS =
        new VerificationKeys(
            Path.of(URI.create(ConfigProvider.getConfig().getValue(LOCATION, String.class))),
            Clock.systemUTC());
  }
}
