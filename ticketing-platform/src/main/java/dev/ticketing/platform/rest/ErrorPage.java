package dev.ticketing.platform.rest;

import dev.ticketing.contracts.error.ErrorBody;
import dev.ticketing.platform.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The error page of every WAR: what the container refuses by itself gets the API's error body. */
public class ErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String CONTAINER_MARK = "$WSEP";

  /** What the container throws at encoded dots and backslashes, and takes for its own mistake. */
  private static final String BAD_ADDRESS = "CWWWC0005I";

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int INTERNAL_ERROR = 500;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = statusOf(request);
    response.setStatus(status);
    response.setHeader(CONTAINER_MARK, null);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response
        .getOutputStream()
        .write(Json.mapper().writeValueAsBytes(ErrorBody.of(messageFor(status))));
  }

  private static int statusOf(HttpServletRequest request) {
    Integer given = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (given == null) {
      return NOT_FOUND;
    }
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    boolean badAddress = String.valueOf(thrown).contains(BAD_ADDRESS);
    return given == INTERNAL_ERROR && badAddress ? BAD_REQUEST : given;
  }

  private static String messageFor(int status) {
    if (status >= INTERNAL_ERROR) {
      return "Internal error";
    }
    if (status == NOT_FOUND) {
      return "Not found";
    }
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Bad request" : known.getReasonPhrase();
  }
}
