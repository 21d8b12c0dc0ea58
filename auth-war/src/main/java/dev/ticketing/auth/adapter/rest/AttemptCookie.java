package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.provider.Attempt;
import dev.ticketing.auth.application.provider.AttemptSeal;
import dev.ticketing.auth.application.provider.Attempts;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.platform.site.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps an attempt in the browser that began it, one for each provider. The browser brings it along
 * when the provider sends it back, and only then, or on a link to us: not with what another site's
 * page embeds. Over TLS no neighbouring site can plant one.
 */
@ApplicationScoped
public class AttemptCookie {

  private static final String NAME = "ticketing_attempt_";
  private static final String HOST_ONLY = "__Host-";
  private static final String ATTRIBUTES = "; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax";

  private AttemptSeal seal;
  private PublicAddress site;

  /** For the container's proxy. */
  protected AttemptCookie() {}

  @Inject
  public AttemptCookie(AttemptSeal seal, PublicAddress site) {
    this.seal = seal;
    this.site = site;
  }

  /**
   * @return the value of a Set-Cookie header
   */
  String holding(Provider provider, Attempt attempt) {
    return cookie(provider, seal.seal(provider, attempt), Attempts.LIFETIME.toSeconds());
  }

  /** Makes the browser forget it. */
  String removed(Provider provider) {
    return cookie(provider, "", 0);
  }

  Optional<Attempt> in(HttpServletRequest request, Provider provider) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(name(provider)))
            .findFirst()
            .flatMap(cookie -> seal.open(provider, cookie.getValue()));
  }

  /** The way back is to our public address, so its scheme counts, not that of this request. */
  private String cookie(Provider provider, String value, long maxAge) {
    String cookie = name(provider) + "=" + value + ATTRIBUTES.formatted(maxAge);
    return site.isSecure() ? cookie + "; Secure" : cookie;
  }

  private String name(Provider provider) {
    return (site.isSecure() ? HOST_ONLY : "") + NAME + provider.slug();
  }
}
