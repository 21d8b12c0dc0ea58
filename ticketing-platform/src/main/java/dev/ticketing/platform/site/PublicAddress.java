package dev.ticketing.platform.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where people find this site: what links in mails and the answers of other sites lead back to. It
 * is configured, never taken from a request, whose Host header anybody can choose.
 */
@ApplicationScoped
public class PublicAddress {

  private String base;

  /** For the container's proxy. */
  protected PublicAddress() {}

  /**
   * @param url the site's root, from {@code PUBLIC_URL}
   * @throws IllegalArgumentException, naming the variable, when it is no such address
   */
  @Inject
  public PublicAddress(@ConfigProperty(name = "public.url") String url) {
    this.base = checked(url);
  }

  private static String checked(String url) {
    String text = url.strip().replaceFirst("/+$", "");
    try {
      if (isRoot(new URI(text))) {
        return text;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "PUBLIC_URL must be the root of a site, such as https://tickets.example.org");
  }

  private static boolean isRoot(URI address) {
    return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawPath().isEmpty()
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  /**
   * @param path begins with a slash
   */
  public URI of(String path) {
    return URI.create(base + path);
  }

  /** Without a slash at its end. */
  public URI root() {
    return URI.create(base);
  }

  /** Whether people reach the site over TLS. */
  public boolean isSecure() {
    return base.startsWith("https:");
  }
}
