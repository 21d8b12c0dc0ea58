package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.Roster;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.rest.Page;
import dev.ticketing.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** All users over HTTP, for admins. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RosterResource {

  private Roster roster;

  /** For the container's proxy. */
  protected RosterResource() {}

  @Inject
  public RosterResource(Roster roster) {
    this.roster = roster;
  }

  @GET
  @RolesAllowed(Caller.ADMIN)
  @APIResponse(
      responseCode = "200",
      description = "The newest users first; a Link header leads to the next page",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = UserEntry.class)))
  @APIResponse(responseCode = "400", description = "The limit or the cursor is no good")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "403", description = "For admins only")
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    int size = Page.limitOf(limit);
    String before = cursor == null ? null : Identifier.checked("cursor", cursor);
    List<UserEntry> found = roster.list(size + 1, before).stream().map(UserEntry::of).toList();
    boolean more = found.size() > size;
    List<UserEntry> page = more ? found.subList(0, size) : found;
    return new Page<>(page, more ? page.get(size - 1).id() : null).toResponse(uri);
  }
}
