package dev.ticketing.platform.rest;

import dev.ticketing.contracts.error.ErrorBody;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.Outage;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Gives every exception its status and the one error body. What the client did wrong is explained;
 * what we did wrong is logged and told as "Internal error", without a trace of its inside. While
 * the document store is away, everybody is asked to come again.
 */
@Provider
public class Failures implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(Failures.class.getName());
  private static final Duration SOON = Duration.ofSeconds(1);

  @Override
  public Response toResponse(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refused(refusal);
      }
      if (cause instanceof BodyTooLarge) {
        return response(413, ErrorBody.of("The request body is too large"));
      }
      if (cause instanceof BodyUnreadable) {
        return response(400, ErrorBody.of("The request body cannot be read"));
      }
      if (cause instanceof ConstraintViolationException violations) {
        return response(400, bodyOf(violations));
      }
    }
    if (thrown instanceof WebApplicationException web) {
      return reworded(web);
    }
    if (Outage.isCauseOf(thrown)) {
      LOG.log(System.Logger.Level.WARNING, "Request not served, the store is away: " + thrown);
      return comeAgain(
          builder(503, ErrorBody.of("The server cannot reach its data at the moment")), SOON);
    }
    LOG.log(System.Logger.Level.ERROR, "Request failed", thrown);
    return response(500, ErrorBody.of("Internal error"));
  }

  private static Response refused(Refusal refusal) {
    int status =
        switch (refusal.reason()) {
          case INVALID -> 400;
          case UNAUTHENTICATED -> 401;
          case DECLINED -> 402;
          case FORBIDDEN -> 403;
          case NOT_FOUND -> 404;
          case CONFLICT -> 409;
          case TOO_MANY -> 429;
          case OVERLOADED -> 503;
        };
    Response.ResponseBuilder response = builder(status, refusal.body());
    return switch (refusal.reason()) {
      case OVERLOADED, TOO_MANY -> comeAgain(response, refusal.retryAfter().orElse(SOON));
      default -> response.build();
    };
  }

  /** The header counts whole seconds: nobody is to come a moment too early. */
  private static Response comeAgain(Response.ResponseBuilder response, Duration time) {
    long seconds = Math.max(1, time.plusMillis(999).toSeconds());
    return response.header(HttpHeaders.RETRY_AFTER, seconds).build();
  }

  private static Response reworded(WebApplicationException web) {
    Response given = web.getResponse();
    if (given.getStatus() >= 500) {
      LOG.log(System.Logger.Level.ERROR, "Request failed", web);
    }
    String reason =
        given.getStatus() == 404 ? "Not found" : given.getStatusInfo().getReasonPhrase();
    return Response.fromResponse(given)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(ErrorBody.of(reason))
        .build();
  }

  private static ErrorBody bodyOf(ConstraintViolationException violations) {
    List<ErrorBody.Item> items =
        violations.getConstraintViolations().stream()
            .map(Failures::itemOf)
            .sorted(Comparator.comparing(ErrorBody.Item::message))
            .toList();
    return items.isEmpty() ? ErrorBody.of("Invalid request") : new ErrorBody(items);
  }

  private static ErrorBody.Item itemOf(ConstraintViolation<?> violation) {
    String field = null;
    for (Path.Node node : violation.getPropertyPath()) {
      field = node.getName();
    }
    return new ErrorBody.Item(field + " " + violation.getMessage(), field);
  }

  private static Response response(int status, ErrorBody body) {
    return builder(status, body).build();
  }

  private static Response.ResponseBuilder builder(int status, ErrorBody body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
  }
}
