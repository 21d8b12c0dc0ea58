package dev.ticketing.auth.adapter.rest;

import dev.ticketing.platform.security.VerificationKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The public keys by which anybody can verify our access tokens, as a JSON Web Key Set. */
@Path("jwks")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {

  private static final int SECONDS_KEPT = 60;

  /** In the words of RFC 7517. */
  public record KeySet(List<Map<String, String>> keys) {}

  @GET
  @APIResponse(responseCode = "200", description = "All keys that tokens may be signed with now")
  public Response keys() {
    CacheControl kept = new CacheControl();
    kept.setMaxAge(SECONDS_KEPT);
    return Response.ok(new KeySet(VerificationKeys.ofThisServer().publicParts()))
        .cacheControl(kept)
        .build();
  }
}
