package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;

/** Card tokens: made from a test card's number, and good for one use; Stripe's own for any. */
final class Tokens {
  private Tokens() {}

  static Answer create(Call call) {
    Params params = call.params();
    params.required("card[number]");
    TestCard card = CardNumbers.read(params, "card");
    ObjectNode details = CardDetails.of(card);
    CardNumbers.expiry(params, "card", details);
    details.put("id", Ids.next("card_")).put("object", "card");
    ObjectNode token = Json.object();
    token.put("id", Ids.next("tok_"));
    token.put("object", Kind.TOKEN.object());
    token.set("card", details);
    token.putNull("client_ip");
    token.put("created", call.changes().now());
    token.put("livemode", false);
    token.put("type", "card");
    token.put("used", false);
    Json.notes(token).put("card", card.name());
    call.changes().put(Kind.TOKEN, token);
    return Answer.ok(Json.published(token));
  }

  static Answer retrieve(Call call) {
    ObjectNode token = call.changes().find(Kind.TOKEN, call.id());
    if (token == null) {
      throw ApiError.missing(404, "token", "token", call.id());
    }
    return Answer.ok(Json.published(token));
  }

  /** The card behind a token, which is used up by this. */
  static TestCard spend(Changes changes, String id, String param) {
    TestCard documented = TestCards.named("tok_", id);
    if (documented != null) {
      return documented;
    }
    ObjectNode token = changes.find(Kind.TOKEN, id);
    if (token == null) {
      throw ApiError.missing(400, param, "token", id);
    }
    if (token.path("used").booleanValue()) {
      throw ApiError.outcome(
          "token_already_used", param, "You cannot use a Stripe token more than once: " + id + ".");
    }
    token.put("used", true);
    changes.put(Kind.TOKEN, token);
    return TestCards.named(Json.notes(token).path("card").textValue());
  }
}
