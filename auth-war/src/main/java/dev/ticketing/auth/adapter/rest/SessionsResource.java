package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.EndOwnSession;
import dev.ticketing.auth.application.EndSessions;
import dev.ticketing.auth.application.SessionBook;
import dev.ticketing.auth.application.SessionView;
import dev.ticketing.auth.domain.EndReason;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.rest.Page;
import dev.ticketing.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Where a user is signed in, and how he ends that. */
@Path("me/sessions")
@ApplicationScoped
@RolesAllowed(Caller.USER)
@SecurityRequirement(name = Caller.SESSION)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

  private SessionBook sessions;
  private EndOwnSession endOwnSession;
  private EndSessions endSessions;

  /** For the container's proxy. */
  protected SessionsResource() {}

  @Inject
  public SessionsResource(
      SessionBook sessions, EndOwnSession endOwnSession, EndSessions endSessions) {
    this.sessions = sessions;
    this.endOwnSession = endOwnSession;
    this.endSessions = endSessions;
  }

  @GET
  @APIResponse(
      responseCode = "200",
      description = "The caller's sessions that live, the newest first",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = OwnSession.class)))
  @APIResponse(responseCode = "400", description = "No such limit or cursor")
  @APIResponse(responseCode = "401", description = "Not signed in")
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    int size = Page.limitOf(limit);
    String before = cursor == null ? null : Identifier.checked("cursor", cursor);
    Caller caller = Caller.of(security);
    List<SessionView> found = sessions.of(caller.userId(), size + 1, before);
    boolean more = found.size() > size;
    List<OwnSession> page =
        found.stream().limit(size).map(s -> OwnSession.of(s, caller.sessionId())).toList();
    return new Page<>(page, more ? page.get(size - 1).id() : null).toResponse(uri);
  }

  @DELETE
  @Path("{id}")
  @APIResponse(responseCode = "204", description = "The session has ended")
  @APIResponse(responseCode = "400", description = "Not an id")
  @APIResponse(responseCode = "401", description = "Not signed in")
  @APIResponse(responseCode = "404", description = "The caller has no such session")
  public Response end(
      @PathParam("id") String id,
      @Context SecurityContext security,
      @Context HttpServletRequest request) {
    Caller caller = Caller.of(security);
    String session = Identifier.checked("id", id);
    endOwnSession.end(caller.userId(), session);
    return session.equals(caller.sessionId())
        ? SessionAnswers.withoutCookies(Response.noContent(), request)
        : Response.noContent().build();
  }

  @DELETE
  @APIResponse(responseCode = "204", description = "All other sessions of the caller have ended")
  @APIResponse(responseCode = "401", description = "Not signed in")
  public void endOthers(@Context SecurityContext security) {
    Caller caller = Caller.of(security);
    endSessions.ofUser(caller.userId(), caller.sessionId(), EndReason.ENDED_BY_USER);
  }
}
