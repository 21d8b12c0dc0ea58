package dev.ticketing.broken.adapter.rest;

import com.nimbusds.oauth2.sdk.id.ClientID;
import com.stripe.StripeClient;
import dev.ticketing.broken.application.WrongService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.bson.Document;

/** An adapter that does what is other adapters' business, and lets anybody do it. */
@Path("/")
public class WrongResource {

  public WrongService application;
  public StripeClient stripe;
  public Document document;
  public ClientID client;

  /** For whom, it says twice. */
  @GET
  @Path("twice")
  @PermitAll
  @RolesAllowed("user")
  public String twice() {
    return "";
  }

  /** Whose it is, nobody asks. */
  @GET
  @Path("{id}")
  @RolesAllowed("user")
  public String get(@PathParam("id") String id) {
    return id;
  }
}
