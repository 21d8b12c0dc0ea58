package dev.ticketing.devstack.stripe;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The sandbox's front door: leads to the API, to the controls, or to a word of welcome. */
final class SandboxHandler extends Handler.Abstract {
  private static final int LARGEST_BODY = 256 * 1024;

  private final Api api;
  private final Controls controls;

  SandboxHandler(Api api, Controls controls) {
    this.api = api;
    this.controls = controls;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getLength() > LARGEST_BODY) {
      Response.writeError(request, response, callback, 413);
      return true;
    }
    String body = Content.Source.asString(request, StandardCharsets.UTF_8);
    Exchange exchange = new Exchange(request, response, callback, body);
    String path = exchange.path();
    if (path.equals("/_sandbox") || path.startsWith("/_sandbox/")) {
      controls.serve(exchange);
    } else if (path.equals("/") && exchange.method().equals("GET")) {
      exchange.sendJson(200, description());
    } else {
      allowBrowsers(exchange);
      if (exchange.method().equals("OPTIONS")) {
        exchange.send(204, "text/plain", new byte[0]);
      } else {
        api.serve(exchange);
      }
    }
    return true;
  }

  private static void allowBrowsers(Exchange exchange) {
    exchange.answerHeader("Access-Control-Allow-Origin", "*");
    exchange.answerHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
    exchange.answerHeader(
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, Idempotency-Key, Stripe-Version");
    exchange.answerHeader("Access-Control-Expose-Headers", "Request-Id, Idempotent-Replayed");
    exchange.answerHeader("Access-Control-Max-Age", "300");
  }

  private static Map<String, Object> description() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("name", "Stripe sandbox");
    description.put("about", "Stripe's card payments for tests. No money moves here.");
    description.put("apiVersion", StripeSandbox.API_VERSION);
    description.put("api", "/v1");
    description.put(
        "controls",
        List.of(
            "GET /_sandbox/books",
            "GET /_sandbox/requests",
            "GET, POST, DELETE /_sandbox/switches",
            "POST /_sandbox/settle",
            "POST /_sandbox/webhooks/resend",
            "DELETE /_sandbox"));
    return description;
  }
}
