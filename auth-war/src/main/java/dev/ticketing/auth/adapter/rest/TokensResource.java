package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.RefreshSession;
import dev.ticketing.auth.application.SessionTokens;
import dev.ticketing.auth.application.Sessions;
import dev.ticketing.auth.application.SignIn;
import dev.ticketing.auth.domain.RefreshToken;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.rest.JsonBody;
import jakarta.annotation.security.PermitAll;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Tokens in bodies, for clients that are no browsers; and their renewal, for browsers as well. */
@Path("/")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

  private SignIn signIn;
  private Sessions sessions;
  private RefreshSession refreshSession;
  private SessionAnswers answers;

  /** For the container's proxy. */
  protected TokensResource() {}

  @Inject
  public TokensResource(
      SignIn signIn, Sessions sessions, RefreshSession refreshSession, SessionAnswers answers) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.refreshSession = refreshSession;
    this.answers = answers;
  }

  /** The body that renews a session, where its token is not in a cookie. */
  public record RefreshRequest(String refreshToken) {

    /** Without the token. */
    @Override
    public String toString() {
      return "RefreshRequest";
    }
  }

  @POST
  @Path("token")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(
      responseCode = "200",
      description = "A new session",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "400", description = "Invalid credentials, or no valid body")
  @APIResponse(responseCode = "503", description = "Too many people are signing in")
  public TokenAnswer token(@Valid SignInRequest body, @Context HttpServletRequest request) {
    return TokenAnswer.of(
        sessions.begin(signIn.signIn(body.email(), body.password()), Requests.factsOf(request)));
  }

  @POST
  @Path("refresh")
  @Consumes(MediaType.WILDCARD)
  @RequestBody(
      description = "For clients without cookies; others send none",
      content = @Content(schema = @Schema(implementation = RefreshRequest.class)))
  @APIResponse(
      responseCode = "200",
      description = "The next tokens; for a refresh token from a cookie they are in cookies, too",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "400", description = "No valid body")
  @APIResponse(responseCode = "401", description = "The refresh token is not, or no longer, good")
  public Response refresh(String body, @Context HttpServletRequest request) {
    if (body != null && !body.isBlank()) {
      String text = JsonBody.read(body, RefreshRequest.class).refreshToken();
      if (text != null) {
        return Response.ok(TokenAnswer.of(refreshed(RefreshToken.parse(text)))).build();
      }
    }
    try {
      return answers.refreshed(refreshed(Requests.refreshTokenIn(request)), request);
    } catch (Refusal refusal) {
      if (refusal.reason() == Refusal.Reason.UNAUTHENTICATED) {
        return answers.refused(request);
      }
      throw refusal;
    }
  }

  private SessionTokens refreshed(Optional<RefreshToken> token) {
    return refreshSession.refresh(
        token.orElseThrow(() -> Refusal.unauthenticated("Authentication required")));
  }
}
