package dev.ticketing.platform.rest;

import dev.ticketing.contracts.error.Refusal;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * One page of a collection. The cursor of the next page tells where this one ended, so that pages
 * neither repeat nor skip when something is added meanwhile.
 *
 * @param nextCursor null on the last page
 */
public record Page<E>(List<E> items, String nextCursor) {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  /**
   * @throws Refusal INVALID when the limit is no number from 1 to 100
   */
  public static int limitOf(String limit) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int value = Integer.parseInt(limit);
      if (value >= 1 && value <= MAX_LIMIT) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw Refusal.invalid("limit", "limit must be a number from 1 to " + MAX_LIMIT);
  }

  /** The items as the body, and a Link header to the next page when there is one. */
  public Response toResponse(UriInfo uri) {
    Response.ResponseBuilder response = Response.ok(items);
    if (nextCursor != null) {
      response.links(
          Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam("cursor", nextCursor))
              .rel("next")
              .build());
    }
    return response.build();
  }
}
