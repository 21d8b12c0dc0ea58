package dev.ticketing.platform.rest;

import com.mongodb.MongoTimeoutException;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Gives back what it was given, or fails in the way it is asked to. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class EchoResource {

  /** A body with a part of every kind the API has. */
  public record Body(String text, BigDecimal price, Instant time, List<Body> more) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Body echo(Body body) {
    return body;
  }

  @POST
  @Path("list")
  @Consumes(MediaType.APPLICATION_JSON)
  public List<Body> echo(List<Body> bodies) {
    return bodies;
  }

  @POST
  @Path("raw")
  @Produces(MediaType.TEXT_PLAIN)
  public int raw(byte[] body) {
    return body.length;
  }

  @POST
  @Path("large")
  @MaxBody(128 * 1024)
  @Produces(MediaType.TEXT_PLAIN)
  public int large(byte[] body) {
    return body.length;
  }

  @PUT
  @Path("{id}")
  public Map<String, String> alias(@PathParam("id") String id, @QueryParam("q") String q) {
    return q == null ? Map.of("id", id) : Map.of("id", id, "q", q);
  }

  @GET
  @Path("status/{status}")
  public Response status(@PathParam("status") int status) {
    throw new jakarta.ws.rs.WebApplicationException("dev.secret.Inside at line 5", status);
  }

  @GET
  @Path("refused/{reason}")
  public Response refused(@PathParam("reason") String reason) {
    throw switch (reason) {
      case "unauthenticated" -> Refusal.unauthenticated("why");
      case "declined" -> Refusal.declined("why");
      case "forbidden" -> Refusal.forbidden("why");
      case "notFound" -> Refusal.notFound("why");
      case "conflict" -> Refusal.conflict("why");
      case "overloaded" -> Refusal.overloaded("why");
      default -> Refusal.invalid("field", "why");
    };
  }

  @GET
  @Path("refused/tooMany/{millis}")
  public Response tooMany(@PathParam("millis") long millis) {
    throw Refusal.tooMany("why", Duration.ofMillis(millis));
  }

  @GET
  @Path("now")
  public Map<String, String> now() {
    return Map.of();
  }

  @GET
  @Path("kept")
  public Response kept() {
    return Response.ok(Map.of()).header("Cache-Control", "max-age=60").build();
  }

  @GET
  @Path("broken")
  public Response broken() {
    throw new IllegalStateException("secret", new RuntimeException("more secret"));
  }

  @GET
  @Path("cut-off")
  public Response cutOff() {
    throw new IllegalStateException("outside", new MongoTimeoutException("at 10.0.0.7"));
  }

  @GET
  @Path("unreadable")
  public Response unreadable() throws Exception {
    return Response.ok(Json.mapper().readValue("{\"price\":\"ours\"}", Body.class)).build();
  }

  @GET
  @Path("unwritable")
  public Object unwritable() {
    return new Object() {
      @SuppressWarnings("unused")
      public String getSecret() {
        throw new IllegalStateException("secret");
      }
    };
  }
}
