package dev.ticketing.platform.idempotency;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.ReservedId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Does its work as often as it is asked to, and remembers under which ids. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeyedResource {

  final List<ReservedId> made = new ArrayList<>();
  Runnable meanwhile = () -> {};
  private final NewId newId;

  KeyedResource(NewId newId) {
    this.newId = newId;
  }

  @POST
  @Idempotent
  @Path("status/{status}")
  public Response make(@PathParam("status") int status, Map<String, String> body) {
    if (body.isEmpty()) {
      throw Refusal.invalid("name", "name is required");
    }
    ReservedId id = newId.take();
    made.add(id);
    meanwhile.run();
    return Response.status(status)
        .location(URI.create("/things/" + id.value()))
        .entity(Map.of("id", id.value()))
        .build();
  }

  @POST
  @Idempotent
  @Path("later/{status}")
  public CompletionStage<Response> makeLater(@PathParam("status") int status) {
    made.add(newId.take());
    return status == 402
        ? CompletableFuture.failedFuture(Refusal.declined("no"))
        : CompletableFuture.completedFuture(Response.status(status).entity(List.of(1, 2)).build());
  }

  @POST
  @Path("unkeyed")
  public Map<String, String> makeAnother() {
    made.add(newId.take());
    return Map.of();
  }
}
