package dev.ticketing.tickets.adapter.rest;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.rest.Page;
import dev.ticketing.platform.security.Caller;
import dev.ticketing.tickets.application.EditTicket;
import dev.ticketing.tickets.application.ListTicket;
import dev.ticketing.tickets.application.TicketCatalog;
import dev.ticketing.tickets.application.TicketView;
import dev.ticketing.tickets.domain.Ticket;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.groups.ConvertGroup;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Listings over HTTP. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketsResource {

  private ListTicket listTicket;
  private EditTicket editTicket;
  private TicketCatalog catalog;

  /** For the container's proxy. */
  protected TicketsResource() {}

  @Inject
  public TicketsResource(ListTicket listTicket, EditTicket editTicket, TicketCatalog catalog) {
    this.listTicket = listTicket;
    this.editTicket = editTicket;
    this.catalog = catalog;
  }

  @GET
  @PermitAll
  @APIResponse(
      responseCode = "200",
      description = "One page; a Link header leads to the next",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TicketView.class)))
  public Response list(
      @QueryParam("q") String q,
      @QueryParam("status") String status,
      @QueryParam("sort") String sort,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    TicketCatalog.Result result =
        catalog.list(TicketQuery.of(q, status, sort, limit, cursor).toQuery());
    return new Page<>(result.tickets(), TicketQuery.encode(result.next())).toResponse(uri);
  }

  @GET
  @Path("{id}")
  @PermitAll
  public TicketView get(@PathParam("id") String id) {
    return catalog
        .find(Identifier.checked("id", id))
        .orElseThrow(() -> Refusal.notFound("No such ticket"));
  }

  @POST
  @RolesAllowed(Caller.USER)
  @SecurityRequirement(name = Caller.SESSION)
  @APIResponseSchema(
      value = TicketView.class,
      responseCode = "201",
      responseDescription = "On sale")
  public Response create(
      @Valid @ConvertGroup(to = TicketRequest.Listing.class) TicketRequest request,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    Ticket ticket = listTicket.list(Caller.of(security).userId(), request.toOffer());
    return Response.created(uri.getBaseUriBuilder().path(ticket.id()).build())
        .entity(TicketView.of(ticket))
        .build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Caller.USER)
  @SecurityRequirement(name = Caller.SESSION)
  @APIResponseSchema(
      value = TicketView.class,
      responseCode = "200",
      responseDescription = "The listing as it is now")
  @APIResponse(responseCode = "409", description = "It is reserved or sold")
  public TicketView update(
      @PathParam("id") String id, @Valid TicketRequest request, @Context SecurityContext security) {
    return TicketView.of(
        editTicket.edit(
            Identifier.checked("id", id), Caller.of(security).userId(), request.toOffer()));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Caller.USER)
  @SecurityRequirement(name = Caller.SESSION)
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @APIResponse(responseCode = "409", description = "It is reserved or sold")
  public void delete(@PathParam("id") String id, @Context SecurityContext security) {
    editTicket.withdraw(Identifier.checked("id", id), Caller.of(security).userId());
  }
}
