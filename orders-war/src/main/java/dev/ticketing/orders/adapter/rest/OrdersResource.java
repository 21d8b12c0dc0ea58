package dev.ticketing.orders.adapter.rest;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.orders.application.CancelOrder;
import dev.ticketing.orders.application.OrderBook;
import dev.ticketing.orders.application.OrderView;
import dev.ticketing.orders.application.PlaceOrder;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.idempotency.Idempotent;
import dev.ticketing.platform.idempotency.NewId;
import dev.ticketing.platform.rest.Page;
import dev.ticketing.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A buyer's orders over HTTP. */
@Path("/")
@ApplicationScoped
@RolesAllowed(Caller.USER)
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

  private PlaceOrder placeOrder;
  private CancelOrder cancelOrder;
  private OrderBook orders;
  private NewId newId;
  private OrderLimits limits;

  /** For the container's proxy. */
  protected OrdersResource() {}

  @Inject
  public OrdersResource(
      PlaceOrder placeOrder,
      CancelOrder cancelOrder,
      OrderBook orders,
      NewId newId,
      OrderLimits limits) {
    this.placeOrder = placeOrder;
    this.cancelOrder = cancelOrder;
    this.orders = orders;
    this.newId = newId;
    this.limits = limits;
  }

  @POST
  @Idempotent
  @Parameter(
      in = ParameterIn.HEADER,
      name = Idempotent.HEADER,
      description = Idempotent.DESCRIPTION,
      schema = @Schema(type = SchemaType.STRING, maxLength = 255))
  @Consumes(MediaType.APPLICATION_JSON)
  public Response place(
      @Valid OrderRequest request, @Context SecurityContext security, @Context UriInfo uri) {
    String buyerId = Caller.of(security).userId();
    limits.place(buyerId);
    Order order =
        placeOrder.place(Identifier.checked("ticketId", request.ticketId()), buyerId, newId.take());
    return Response.created(uri.getBaseUriBuilder().path(order.id()).build())
        .entity(OrderView.of(order))
        .build();
  }

  @GET
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    int size = Page.limitOf(limit);
    String before = cursor == null ? null : Identifier.checked("cursor", cursor);
    List<OrderView> found = orders.placedBy(Caller.of(security).userId(), size + 1, before);
    boolean more = found.size() > size;
    List<OrderView> page = more ? found.subList(0, size) : found;
    return new Page<>(page, more ? page.get(size - 1).id() : null).toResponse(uri);
  }

  @GET
  @Path("{id}")
  public OrderView get(@PathParam("id") String id, @Context SecurityContext security) {
    OrderView order =
        orders
            .find(Identifier.checked("id", id))
            .orElseThrow(() -> Refusal.notFound("No such order"));
    if (!order.userId().equals(Caller.of(security).userId())) {
      throw Refusal.forbidden("This order belongs to another buyer");
    }
    return order;
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  public OrderView cancel(@PathParam("id") String id, @Context SecurityContext security) {
    return OrderView.of(
        cancelOrder.cancel(Identifier.checked("id", id), Caller.of(security).userId()));
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id, @Context SecurityContext security) {
    cancelOrder.cancel(Identifier.checked("id", id), Caller.of(security).userId());
  }
}
