package dev.ticketing.devstack.stripe;

import dev.ticketing.devstack.stripe.store.Kind;
import dev.ticketing.devstack.stripe.store.RecordStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The controls under {@code /_sandbox}, by which tests and people see and steer the sandbox. */
final class Controls {
  private static final String PREFIX = "/_sandbox";

  private final RecordStore store;
  private final Ledger ledger;
  private final Switches switches;
  private final RequestLog log;
  private final Webhooks webhooks;

  Controls(RecordStore store, Ledger ledger, Switches switches, RequestLog log, Webhooks webhooks) {
    this.store = store;
    this.ledger = ledger;
    this.switches = switches;
    this.log = log;
    this.webhooks = webhooks;
  }

  void serve(Exchange exchange) {
    if (exchange.path().equals(AuthenticationPage.PATH) && exchange.method().equals("GET")) {
      exchange.send(200, "text/html;charset=utf-8", AuthenticationPage.content());
      return;
    }
    try {
      exchange.sendJson(200, answer(exchange));
    } catch (ControlError e) {
      exchange.sendJson(e.status(), Map.of("error", e.getMessage()));
    }
  }

  private Object answer(Exchange exchange) {
    String what = exchange.method() + exchange.path().substring(PREFIX.length());
    return switch (what) {
      case "GET/books" -> Books.of(store);
      case "GET/requests" -> log.list();
      case "GET/switches" -> switches.list();
      case "POST/switches" -> {
        Switch rule = ControlBody.toSwitch(exchange.body());
        switches.add(rule);
        yield rule;
      }
      case "DELETE/switches" -> {
        switches.clear();
        yield switches.list();
      }
      case "POST/webhooks/resend" -> resend(exchange.body());
      case "POST/settle" -> settle(exchange);
      case "POST/dispute" -> dispute(exchange);
      case "DELETE", "DELETE/" -> reset();
      default ->
          throw new ControlError(404, "No such control: " + exchange.method() + exchange.path());
    };
  }

  private Map<String, Object> resend(String text) {
    ControlBody body = ControlBody.parse(text, Set.of("eventId", "duplicate"));
    String event = body.text("eventId");
    Boolean duplicate = body.flag("duplicate");
    if (event == null && duplicate == null) {
      throw new ControlError(400, "Name an eventId, or say whether to duplicate every event.");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    if (event == null) {
      webhooks.sendTwice(duplicate);
      answer.put("duplicate", duplicate);
      return answer;
    }
    if (!store.contains(Kind.EVENT, event)) {
      throw new ControlError(404, "No such event: " + event);
    }
    int times = Boolean.TRUE.equals(duplicate) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      webhooks.resend(event);
    }
    answer.put("eventId", event);
    answer.put("times", times);
    return answer;
  }

  private Object settle(Exchange exchange) {
    ControlBody body = ControlBody.parse(exchange.body(), Set.of("paymentIntent", "outcome"));
    String intent = body.text("paymentIntent");
    String outcome = body.text("outcome");
    return ledger
        .write(byHand(exchange), changes -> HandSettlement.settle(changes, intent, outcome))
        .body();
  }

  private Object dispute(Exchange exchange) {
    ControlBody body = ControlBody.parse(exchange.body(), Set.of("paymentIntent"));
    String intent = body.text("paymentIntent");
    return ledger.write(byHand(exchange), changes -> Disputes.open(changes, intent)).body();
  }

  private static ApiRequest byHand(Exchange exchange) {
    return new ApiRequest(
        null, "POST", exchange.path(), Params.parse(), null, null, exchange.origin());
  }

  private Map<String, Object> reset() {
    ledger.clear();
    switches.clear();
    log.clear();
    webhooks.sendTwice(false);
    return Map.of("reset", true);
  }
}
