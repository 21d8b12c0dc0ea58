package dev.ticketing.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Accepts the addresses that earlier ticket APIs gave to orders and payments, in the singular, by
 * handing the request to the domain that answers it. That has to be done within the request:
 * Liberty mixes up answers that are written later, after a forward has ended.
 */
@WebServlet(urlPatterns = {"/api/order/*", "/api/payment/*"})
public class SingularPaths extends HttpServlet {

  private static final Map<String, String> DOMAINS =
      Map.of("/api/order", "/api/orders", "/api/payment", "/api/payments");

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String domain = DOMAINS.get(request.getServletPath());
    ServletContext context = getServletContext().getContext(domain);
    if (context == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    RequestDispatcher dispatcher = context.getRequestDispatcher(path);
    dispatcher.forward(request, response);
  }
}
