package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.AskForMail;
import dev.ticketing.auth.application.ChangePassword;
import dev.ticketing.auth.application.ResetPassword;
import dev.ticketing.platform.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Passwords, forgotten and changed, over HTTP. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PasswordsResource {

  private AskForMail askForMail;
  private ResetPassword resetPassword;
  private ChangePassword changePassword;

  /** For the container's proxy. */
  protected PasswordsResource() {}

  @Inject
  public PasswordsResource(
      AskForMail askForMail, ResetPassword resetPassword, ChangePassword changePassword) {
    this.askForMail = askForMail;
    this.resetPassword = resetPassword;
    this.changePassword = changePassword;
  }

  /** The answer is the same whether the address belongs to anybody or not. */
  @POST
  @Path("forgot-password")
  @PermitAll
  @APIResponse(responseCode = "202", description = "A mail goes to the address if it is known")
  @APIResponse(responseCode = "400", description = "Not an e-mail address")
  public Response forgot(@Valid EmailRequest body, @Context HttpServletRequest request) {
    askForMail.toResetPassword(body.email(), Requests.factsOf(request).address());
    return Response.accepted(Map.of()).build();
  }

  @POST
  @Path("reset-password")
  @PermitAll
  @APIResponse(responseCode = "200", description = "The password is set, all sessions are over")
  @APIResponse(responseCode = "400", description = "The token is no good, or the password not fit")
  public Response reset(@Valid ResetRequest body) {
    resetPassword.reset(body.token(), body.password());
    return Response.ok(Map.of()).build();
  }

  @POST
  @Path("me/password")
  @RolesAllowed(Caller.USER)
  @APIResponse(responseCode = "200", description = "Changed, all other sessions are over")
  @APIResponse(
      responseCode = "400",
      description = "The current password is wrong, or the new not fit")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response change(@Valid ChangePasswordRequest body, @Context SecurityContext security) {
    Caller caller = Caller.of(security);
    changePassword.change(
        caller.userId(), caller.sessionId(), body.currentPassword(), body.newPassword());
    return Response.ok(Map.of()).build();
  }
}
