package dev.ticketing.platform.security;

import dev.ticketing.platform.site.PublicAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The origins whose pages may change something though the request's host is another: that of the
 * address people see, where a proxy changes the host, and those an operator allows.
 *
 * @param origins as browsers spell them
 */
record OwnOrigins(Set<String> origins) {

  static final OwnOrigins NONE = new OwnOrigins(Set.of());

  private static final String PUBLIC_URL = "PUBLIC_URL";
  private static final String ALLOWED = "CORS_ALLOWED_ORIGINS";
  private static final String NOBODY = "none";

  /**
   * @param variables the value of each variable that is set
   * @throws IllegalArgumentException naming the variable when a value is no origin
   */
  static OwnOrigins of(Function<String, Optional<String>> variables) {
    Set<String> origins = new HashSet<>();
    variables
        .apply(PUBLIC_URL)
        .map(String::strip)
        .filter(url -> !url.isEmpty())
        .ifPresent(
            url -> origins.add(originOf(PUBLIC_URL, new PublicAddress(url).root().toString())));
    variables
        .apply(ALLOWED)
        .map(String::strip)
        .filter(list -> !list.isEmpty() && !list.equals(NOBODY))
        .ifPresent(
            list -> {
              for (String origin : list.split(",")) {
                origins.add(exactly(origin.strip()));
              }
            });
    return new OwnOrigins(Set.copyOf(origins));
  }

  boolean contains(String origin) {
    return origins.contains(origin);
  }

  private static String exactly(String origin) {
    if (!origin.equals(originOf(ALLOWED, origin))) {
      throw noOrigin(ALLOWED, origin);
    }
    return origin;
  }

  private static String originOf(String variable, String url) {
    try {
      URI uri = new URI(url);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
        throw noOrigin(variable, url);
      }
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      boolean usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("http") ? 80 : 443);
      return scheme + "://" + host + (usual ? "" : ":" + uri.getPort());
    } catch (URISyntaxException e) {
      throw noOrigin(variable, url);
    }
  }

  private static IllegalArgumentException noOrigin(String variable, String value) {
    return new IllegalArgumentException(
        variable + " must be like https://shop.example, not '" + value + "'");
  }
}
