package dev.ticketing.devstack.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A merchant's webhook endpoint: verifies what it gets with stripe-java and keeps it. */
final class RecordingReceiver implements AutoCloseable {
  private final List<Event> accepted = new CopyOnWriteArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final String secret;
  private final HttpServer server;
  private volatile boolean willing = true;

  RecordingReceiver(String secret) throws IOException {
    this.secret = secret;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/webhook", this::receive);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
  }

  void willing(boolean answer) {
    willing = answer;
  }

  List<String> types() {
    return accepted.stream().map(Event::getType).sorted().toList();
  }

  List<Event> accepted() {
    return accepted;
  }

  int refused() {
    return refused.get();
  }

  private void receive(HttpExchange exchange) throws IOException {
    String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
    int status = 200;
    try {
      Event event = Webhook.constructEvent(payload, signature, secret);
      if (willing) {
        accepted.add(event);
      } else {
        refused.incrementAndGet();
        status = 503;
      }
    } catch (SignatureVerificationException e) {
      refused.incrementAndGet();
      status = 400;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
