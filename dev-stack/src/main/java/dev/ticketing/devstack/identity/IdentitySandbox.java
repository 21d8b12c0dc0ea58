package dev.ticketing.devstack.identity;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Both providers on a free port of the loopback interface. Its pages are never seen: whoever is
 * {@linkplain #signedIn signed in} there agrees at once.
 */
public final class IdentitySandbox implements AutoCloseable {

  @FunctionalInterface
  private interface Endpoint {
    HTTPResponse answer(HTTPRequest request) throws ParseException, GeneralException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Behaviour behaviour = new Behaviour();
  private final Client google = Client.any();
  private final Client facebook = Client.any();
  private final Map<String, Endpoint> endpoints = new HashMap<>();

  private IdentitySandbox(HttpServer server) {
    this.server = server;
    OpenId openId = new OpenId(uri() + "/openid", google, behaviour);
    Graph graph = new Graph(facebook, behaviour);
    endpoints.put("/openid/.well-known/openid-configuration", r -> openId.configuration());
    endpoints.put("/openid/jwks", r -> openId.keys());
    endpoints.put("/openid/authorize", openId::authorize);
    endpoints.put("/openid/token", openId::token);
    endpoints.put("/graph/dialog", graph::authorize);
    endpoints.put("/graph/token", graph::token);
    endpoints.put("/graph/me", graph::me);
  }

  public static IdentitySandbox start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      IdentitySandbox sandbox = new IdentitySandbox(server);
      server.setExecutor(sandbox.threads);
      server.createContext("/", sandbox::serve);
      server.start();
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The variables that make a server use these providers. */
  public Map<String, String> variables() {
    return Map.of(
        "GOOGLE_CLIENT_ID",
        google.id().getValue(),
        "GOOGLE_CLIENT_SECRET",
        google.secret().getValue(),
        "GOOGLE_ISSUER",
        uri() + "/openid",
        "FACEBOOK_CLIENT_ID",
        facebook.id().getValue(),
        "FACEBOOK_CLIENT_SECRET",
        facebook.secret().getValue(),
        "FACEBOOK_AUTHORIZE_URL",
        uri() + "/graph/dialog",
        "FACEBOOK_TOKEN_URL",
        uri() + "/graph/token",
        "FACEBOOK_USERINFO_URL",
        uri() + "/graph/me");
  }

  /** From now on this person is at the keyboard, and that goes wrong. */
  public void signedIn(Account account, Fault... faults) {
    behaviour.set(account, Set.of(faults));
  }

  private String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.endsWith("/token") && isStuck(exchange)) {
        return;
      }
      Endpoint endpoint = endpoints.get(path);
      if (endpoint == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      send(exchange, endpoint.answer(read(exchange)));
    } catch (GeneralException e) {
      exchange.sendResponseHeaders(400, -1);
    }
  }

  private boolean isStuck(HttpExchange exchange) throws IOException {
    if (behaviour.has(Fault.OUT_OF_ORDER)) {
      exchange.sendResponseHeaders(503, -1);
    } else if (behaviour.has(Fault.SILENT)) {
      awaitEnd();
    } else if (behaviour.has(Fault.ENDLESS)) {
      exchange.sendResponseHeaders(200, 0);
      byte[] some = new byte[8192];
      while (end.getCount() > 0) {
        exchange.getResponseBody().write(some);
      }
    } else {
      return false;
    }
    return true;
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HTTPRequest read(HttpExchange exchange) throws IOException, ParseException {
    HTTPRequest request =
        new HTTPRequest(
            HTTPRequest.Method.valueOf(exchange.getRequestMethod()),
            URI.create(uri()).resolve(exchange.getRequestURI()));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.setContentType(type);
    }
    request.setAuthorization(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (body.length > 0) {
      request.setBody(new String(body, StandardCharsets.UTF_8));
    }
    return request;
  }

  private static void send(HttpExchange exchange, HTTPResponse answer) throws IOException {
    answer
        .getHeaderMap()
        .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    byte[] body =
        answer.getBody() == null ? new byte[0] : answer.getBody().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.getStatusCode(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
