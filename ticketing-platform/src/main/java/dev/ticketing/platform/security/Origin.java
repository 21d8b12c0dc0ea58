package dev.ticketing.platform.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Compares the origin of a page with the host it sends a request to. */
final class Origin {

  private Origin() {}

  /**
   * @param origin an Origin header; "null" and anything malformed is of no host
   * @param host a Host header; the scheme's own port may be left out
   * @param secure whether the request came over TLS: a page that did not is then another's, since
   *     anybody on its way may have changed it
   */
  static boolean isOf(String origin, String host, boolean secure) {
    try {
      URI page = new URI(origin);
      URI target = new URI(page.getScheme(), host, null, null, null);
      return page.getHost() != null
          && (!secure || "https".equalsIgnoreCase(page.getScheme()))
          && page.getHost().equalsIgnoreCase(target.getHost())
          && portOf(page) == portOf(target)
          && portOf(page) > 0;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static int portOf(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
      case "http" -> 80;
      case "https" -> 443;
      default -> -1;
    };
  }
}
