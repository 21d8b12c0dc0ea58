package dev.ticketing.payments.adapter.rest;

import dev.ticketing.payments.application.ReceiveStripeEvent;
import dev.ticketing.platform.rest.MaxBody;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where Stripe tells what has happened to payments. Nobody signs in; the signature counts. */
@Path("webhook")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

  /** Events of other types than ours may be long, and are to be answered all the same. */
  private static final int MAX_BYTES = 512 * 1024;

  private ReceiveStripeEvent receive;

  /** For the container's proxy. */
  protected WebhookResource() {}

  @Inject
  public WebhookResource(ReceiveStripeEvent receive) {
    this.receive = receive;
  }

  /** Takes an event; what comes of it is done after the answer. */
  @POST
  @MaxBody(MAX_BYTES)
  @Operation(summary = "Takes an event from Stripe, signed with the endpoint's secret")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "200", description = "Stored, known already, or none to heed")
  @APIResponse(responseCode = "400", description = "Not signed by Stripe just now, or unreadable")
  @APIResponse(responseCode = "503", description = "The server has no secret to check it by")
  public Map<String, Boolean> receive(
      byte[] body, @HeaderParam("Stripe-Signature") String signature) {
    receive.receive(body, signature);
    return Map.of("received", true);
  }
}
