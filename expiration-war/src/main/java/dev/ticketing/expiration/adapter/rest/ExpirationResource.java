package dev.ticketing.expiration.adapter.rest;

import dev.ticketing.expiration.application.ReservationBook;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** How much time an order has left, over HTTP. */
@Path("/")
@ApplicationScoped
@RolesAllowed(Caller.USER)
@SecurityRequirement(name = Caller.SESSION)
@Produces(MediaType.APPLICATION_JSON)
public class ExpirationResource {

  private ReservationBook reservations;
  private Clock clock;

  /** For the container's proxy. */
  protected ExpirationResource() {}

  @Inject
  public ExpirationResource(ReservationBook reservations, Clock clock) {
    this.reservations = reservations;
    this.clock = clock;
  }

  @GET
  @Path("{orderId}")
  public TimeLeft get(@PathParam("orderId") String orderId, @Context SecurityContext security) {
    return TimeLeft.of(
        reservations.of(Identifier.checked("orderId", orderId), Caller.of(security).reader()),
        clock.instant());
  }
}
