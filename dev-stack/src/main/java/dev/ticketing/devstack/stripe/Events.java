package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import dev.ticketing.devstack.stripe.store.RecordStore;

/** Events as the API shows them, with the number of webhooks that are still under way. */
final class Events {
  private Events() {}

  static Answer retrieve(Call call) {
    ObjectNode event = call.changes().find(Kind.EVENT, call.id());
    if (event == null) {
      throw ApiError.missing(404, "id", "event", call.id());
    }
    return Answer.ok(current(call.changes().store(), event));
  }

  static ObjectNode current(RecordStore store, ObjectNode event) {
    if (store.contains(Kind.DELIVERY, Json.text(event, "id"))) {
      event.put("pending_webhooks", 0);
    }
    return event;
  }
}
