package dev.ticketing.auth.adapter.rest;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Set;

/** What somebody says who is on his way to a provider. */
public class BeginRequest extends BrowserRequest {

  private static final Set<String> OWN = Set.of("same-origin", "none");

  @QueryParam("returnTo")
  private String returnTo;

  @QueryParam("link")
  private boolean link;

  @HeaderParam("Sec-Fetch-Site")
  private String site;

  /** The page to come back to; anything may be in it. */
  String returnTo() {
    return returnTo;
  }

  /** Whether he wants a further way in, not to sign in. */
  boolean isLink() {
    return link;
  }

  /** Whether another site's page may have sent him: he may know nothing of it. */
  boolean isForeign() {
    return site != null && !OWN.contains(site);
  }
}
