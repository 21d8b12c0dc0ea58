package dev.ticketing.devstack.stripe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one request to the API, with Stripe's headers, and notes it in the log. */
final class Reply {
  private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

  private final Exchange exchange;
  private final RequestLog log;
  private final String requestId;
  private final String idempotencyKey;
  private String operation;

  Reply(Exchange exchange, RequestLog log, String requestId) {
    this.exchange = exchange;
    this.log = log;
    this.requestId = requestId;
    this.idempotencyKey =
        exchange.method().equals("POST") ? exchange.header("Idempotency-Key") : null;
  }

  ApiRequest read() {
    return new ApiRequest(
        requestId,
        exchange.method(),
        exchange.path(),
        Params.parse(exchange.query(), exchange.body()),
        exchange.header("Authorization"),
        idempotencyKey,
        exchange.origin());
  }

  void operation(String name) {
    operation = name;
  }

  void send(Answer answer) {
    note(answer.status(), answer.replayed());
    exchange.answerHeader("Request-Id", requestId);
    exchange.answerHeader("Stripe-Version", StripeSandbox.API_VERSION);
    exchange.answerHeader("Cache-Control", "no-cache, no-store");
    if (idempotencyKey != null) {
      exchange.answerHeader("Idempotency-Key", idempotencyKey);
    }
    if (answer.replayed()) {
      exchange.answerHeader("Idempotent-Replayed", "true");
    }
    exchange.sendJson(answer.status(), answer.body());
  }

  void fail(RuntimeException cause) {
    LOG.error("The sandbox failed at {} {}", exchange.method(), exchange.path(), cause);
    send(ApiError.server(500, "The sandbox failed: " + cause).answer());
  }

  void abort() {
    note(0, false);
    exchange.abort();
  }

  private void note(int status, boolean replayed) {
    log.add(
        new RequestLog.Entry(
            requestId,
            exchange.method(),
            exchange.path(),
            operation,
            idempotencyKey,
            status,
            replayed));
  }
}
