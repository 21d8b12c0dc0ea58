package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.EditProfile;
import dev.ticketing.auth.application.SignIn;
import dev.ticketing.auth.application.SignOut;
import dev.ticketing.auth.application.SignUp;
import dev.ticketing.auth.application.UserDirectory;
import dev.ticketing.auth.application.UserView;
import dev.ticketing.platform.security.Caller;
import dev.ticketing.platform.security.SessionToken;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Users and their sessions over HTTP. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UsersResource {

  private SignUp signUp;
  private SignIn signIn;
  private SignOut signOut;
  private EditProfile editProfile;
  private UserDirectory directory;
  private SessionAnswers answers;
  private AuthLimits limits;

  /** For the container's proxy. */
  protected UsersResource() {}

  @Inject
  public UsersResource(
      SignUp signUp,
      SignIn signIn,
      SignOut signOut,
      EditProfile editProfile,
      UserDirectory directory,
      SessionAnswers answers,
      AuthLimits limits) {
    this.signUp = signUp;
    this.signIn = signIn;
    this.signOut = signOut;
    this.editProfile = editProfile;
    this.directory = directory;
    this.answers = answers;
    this.limits = limits;
  }

  /** Who asks; null for somebody who is not, or no longer, signed in. */
  public record CurrentUser(UserView currentUser) {}

  @POST
  @Path("signup")
  @PermitAll
  public Response signUp(@Valid SignUpRequest body, @Context HttpServletRequest request) {
    limits.signUp(request);
    UserView user = signUp.signUp(body.toProfile(), body.password());
    return answers.begun(Response.Status.CREATED, user, request);
  }

  @POST
  @Path("signin")
  @PermitAll
  public Response signIn(@Valid SignInRequest body, @Context HttpServletRequest request) {
    UserView user =
        limits.guess(body.email(), request, () -> signIn.signIn(body.email(), body.password()));
    return answers.begun(Response.Status.OK, user, request);
  }

  @POST
  @Path("signout")
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  public Response signOut(
      @Context HttpServletRequest request, @Context HttpServletResponse response) {
    SessionToken.verified(request, response)
        .ifPresentOrElse(
            token -> signOut.signOut(Caller.of(token).sessionId()),
            () -> Requests.refreshTokenIn(request).ifPresent(signOut::signOut));
    return answers.ended(request);
  }

  @GET
  @Path("currentuser")
  @PermitAll
  public CurrentUser currentUser(
      @Context HttpServletRequest request, @Context HttpServletResponse response) {
    return new CurrentUser(
        SessionToken.live(request, response)
            .flatMap(token -> directory.find(token.getSubject()))
            .orElse(null));
  }

  @PATCH
  @Path("me")
  @RolesAllowed(Caller.USER)
  public Response edit(
      @Valid ProfileRequest body,
      @Context SecurityContext security,
      @Context HttpServletRequest request) {
    Caller caller = Caller.of(security);
    UserView user = editProfile.edit(caller.userId(), body.toProfile());
    return answers.renewed(user, caller, request);
  }
}
