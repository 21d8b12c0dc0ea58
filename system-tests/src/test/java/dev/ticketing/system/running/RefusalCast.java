package dev.ticketing.system.running;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketing.system.client.User;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who and what the refused requests are about: users who have done something or nothing, bearers of
 * bad tokens, and the ids of a ticket and an order in each state, by names that a table can use.
 */
public final class RefusalCast {

  private static final String A_LOT = "x".repeat(70_000);

  private final Map<String, String> tokens = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();

  public RefusalCast(Ticketing ticketing) {
    User seller = ticketing.newUser();
    User buyer = ticketing.newUser();
    User other = ticketing.newUser();
    tokens.put("seller", seller.token());
    tokens.put("buyer", buyer.token());
    tokens.put("other", other.token());
    addTickets(ticketing, seller, buyer);
    values.put("{taken e-mail}", buyer.email());
    values.put("{nothing}", "5f0000000000000000000000");
    values.put("{a lot}", A_LOT);
    values.put("{256 characters}", "k".repeat(256));
    addBadTokens(ticketing);
  }

  private void addTickets(Ticketing ticketing, User seller, User buyer) {
    values.put("{ticket}", seller.lists("Available", 19.99));
    values.put("{withdrawn}", seller.lists("Withdrawn", 19.99));
    seller.delete("/api/tickets/" + values.get("{withdrawn}")).expect(204);
    values.put("{reserved}", seller.lists("Reserved", 19.99));
    values.put("{order}", buyer.orders(values.get("{reserved}")));
    values.put("{sold}", seller.lists("Sold", 19.99));
    values.put("{complete}", buyer.orders(values.get("{sold}")));
    values.put("{payment}", buyer.charge(values.get("{complete}"), "tok_visa").expect(201).id());
    values.put("{cancelled}", buyer.orders(values.get("{ticket}")));
    buyer.cancel(values.get("{cancelled}")).expect(200);
    for (String state : new String[] {"reserved", "sold"}) {
      String id = values.get("{" + state + "}");
      Eventually.equal(state, () -> ticketing.visitor().ticket(id).field("status"));
    }
    Eventually.equal(409, () -> buyer.charge(values.get("{cancelled}"), "tok_visa").status());
    Eventually.equal(200, () -> buyer.get("/api/expiration/" + values.get("{order}")).status());
  }

  private void addBadTokens(Ticketing ticketing) {
    User gone = ticketing.newUser();
    gone.post("/api/users/signout", Map.of()).expect(200);
    tokens.put("signed-out", gone.token());
    tokens.put("nonsense", "not.a.token");
    if (ticketing.isOurs()) {
      String good = ticketing.newUser().token();
      Forger forger = new Forger(ticketing.machinery().stack().keys(), good);
      tokens.put("expired", forger.expired());
      tokens.put("other-issuer", forger.ofAnotherIssuer());
      tokens.put("other-audience", forger.forAnotherAudience());
      tokens.put("forged", forger.signedBySomebodyElse());
      tokens.put("unsigned", forger.unsigned());
      tokens.put("public-key", forger.signedByThePublicKey());
      tokens.put("tampered", forger.tampered());
    }
  }

  /** The token of that person; empty for nobody. */
  public Optional<String> tokenOf(String who) {
    if (who.equals("nobody")) {
      return Optional.empty();
    }
    String token = tokens.get(who);
    assumeTrue(token != null, who + " needs the server's key");
    return Optional.of(token);
  }

  /** The text with every name replaced by what it stands for. */
  public String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled;
  }
}
