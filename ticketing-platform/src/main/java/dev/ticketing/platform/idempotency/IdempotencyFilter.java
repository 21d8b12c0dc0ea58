package dev.ticketing.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketing.contracts.error.ErrorBody;
import dev.ticketing.platform.json.Json;
import dev.ticketing.platform.security.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Stands around the methods that are {@link Idempotent}. It answers a request whose key was used
 * before, and keeps the answer of one that is done. What is kept is what was decided: 2xx, and the
 * refusals of a request whose work had begun. An answer that only says how things stand (202), that
 * the server could not (5xx, 429) or did not know who asks (401) leaves the key open, and the next
 * request goes on under the same id. Before the work began - a body that cannot be read, a field
 * that is missing - nothing has happened, and the key is free again.
 *
 * <p>A domain extends this with its own keys. A request without the header passes untouched.
 */
public abstract class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final System.Logger LOG = System.getLogger(IdempotencyFilter.class.getName());
  private static final String CLAIM = IdempotencyFilter.class.getName();
  private static final Set<Integer> OPEN = Set.of(202, 401, 429);
  private static final int FIRST_FAILURE = 500;

  private IdempotencyKeys keys;
  private NewId newId;

  /** For the container's proxy. */
  protected IdempotencyFilter() {}

  protected IdempotencyFilter(IdempotencyKeys keys, NewId newId) {
    this.keys = keys;
    this.newId = newId;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    List<String> header = request.getHeaders().get(Idempotent.HEADER);
    if (header == null) {
      return;
    }
    IdempotencyKey key = IdempotencyKey.parse(header);
    String user = Caller.of(request.getSecurityContext()).userId();
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    String path = request.getUriInfo().getPath().replaceAll("^/|/$", "");
    Outcome outcome = keys.claim(user, key, Fingerprint.of(request.getMethod(), path, body));
    if (outcome instanceof Claim claim) {
      request.setProperty(CLAIM, claim);
      newId.reserve(claim);
    } else {
      request.abortWith(responseOf(outcome));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(CLAIM) instanceof Claim claim) {
      try {
        conclude(claim, response);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "Answer not kept, can be asked for again: " + e);
      }
    }
  }

  private void conclude(Claim claim, ContainerResponseContext response) {
    if (!claim.isBegun()) {
      keys.forget(claim);
    } else if (OPEN.contains(response.getStatus()) || response.getStatus() >= FIRST_FAILURE) {
      keys.reopen(claim);
    } else {
      keep(claim, response);
    }
  }

  private void keep(Claim claim, ContainerResponseContext response) {
    StoredAnswer answer =
        new StoredAnswer(
            response.getStatus(),
            response.getHeaderString(HttpHeaders.LOCATION),
            response.hasEntity() ? json(response.getEntity()) : null);
    if (!keys.answer(claim, answer)) {
      replace(response, responseOf(keys.stateOf(claim)));
    }
  }

  private static String json(Object entity) {
    try {
      return Json.mapper().writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void replace(ContainerResponseContext response, Response other) {
    response.setStatus(other.getStatus());
    response.getHeaders().remove(HttpHeaders.LOCATION);
    other.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
    response.setEntity(other.getEntity());
  }

  private static Response responseOf(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return replayed(answered.answer());
    }
    boolean inFlight = outcome instanceof Outcome.InFlight;
    Response.ResponseBuilder response =
        Response.status(inFlight ? 409 : 422).type(MediaType.APPLICATION_JSON_TYPE);
    return inFlight
        ? response
            .header(HttpHeaders.RETRY_AFTER, 1)
            .entity(ErrorBody.of("A request with this " + Idempotent.HEADER + " is underway"))
            .build()
        : response
            .entity(ErrorBody.of("This " + Idempotent.HEADER + " belongs to another request"))
            .build();
  }

  private static Response replayed(StoredAnswer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(Idempotent.REPLAYED, true);
    if (answer.location() != null) {
      response.header(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.body() != null) {
      response.entity(answer.body().getBytes(StandardCharsets.UTF_8));
    }
    return response.build();
  }
}
