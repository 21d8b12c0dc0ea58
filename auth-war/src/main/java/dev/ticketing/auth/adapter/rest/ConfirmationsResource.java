package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.AskForMail;
import dev.ticketing.auth.application.ConfirmEmail;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The confirmation of e-mail addresses over HTTP. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConfirmationsResource {

  private ConfirmEmail confirmEmail;
  private AskForMail askForMail;

  /** For the container's proxy. */
  protected ConfirmationsResource() {}

  @Inject
  public ConfirmationsResource(ConfirmEmail confirmEmail, AskForMail askForMail) {
    this.confirmEmail = confirmEmail;
    this.askForMail = askForMail;
  }

  @POST
  @Path("confirm-email")
  @PermitAll
  @APIResponse(responseCode = "200", description = "The address is confirmed")
  @APIResponse(responseCode = "400", description = "The token is no good")
  public Response confirm(@Valid TokenRequest body) {
    confirmEmail.confirm(body.token());
    return Response.ok(Map.of()).build();
  }

  /** The answer is the same for every address, unknown and confirmed ones included. */
  @POST
  @Path("resend-confirmation")
  @PermitAll
  @APIResponse(
      responseCode = "202",
      description = "A mail goes to the address if it is known and not confirmed")
  @APIResponse(responseCode = "400", description = "Not an e-mail address")
  public Response resend(@Valid EmailRequest body) {
    askForMail.toConfirm(body.email());
    return Response.accepted(Map.of()).build();
  }
}
