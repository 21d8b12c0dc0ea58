package dev.ticketing.system.fuzz;

import dev.ticketing.system.api.Route;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Ticketing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What fits where: tokens that are good, ids that exist, and fields as they should be. */
final class Fitting {

  private static final String UNKNOWN = "5f0000000000000000000000";

  private final User user;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> fields = new HashMap<>();

  Fitting(Ticketing ticketing) {
    user = ticketing.newUser();
    User seller = ticketing.newUser();
    String order = user.orders(seller.lists("Ordered", 19.99));
    ids.put("/api/tickets", user.lists("Listed", 19.99));
    ids.put("/api/payments", user.charge(order, "tok_visa").id());
    ids.put("/api/orders", order);
    ids.put("/api/expiration", order);
    fields.put("email", "\"" + user.email() + "\"");
    fields.put("password", "\"" + User.PASSWORD + "\"");
    fields.put("price", "19.99");
    fields.put("date", "\"2099-05-01T19:30:00Z\"");
    fields.put("ticketId", "\"" + seller.lists("Wanted", 19.99) + "\"");
    fields.put("orderId", "\"" + order + "\"");
    fields.put("token", "\"tok_visa\"");
  }

  /** One time in five nobody; never where a session would end by it. */
  Optional<String> token(Route route, Random random) {
    boolean ends = route.path().endsWith("signout") || route.path().contains("session");
    return ends || random.nextInt(5) == 0 ? Optional.empty() : Optional.of(user.token());
  }

  String id(String path) {
    return ids.entrySet().stream()
        .filter(known -> path.startsWith(known.getKey() + "/"))
        .map(Map.Entry::getValue)
        .findAny()
        .orElse(UNKNOWN);
  }

  String json(String field) {
    return fields.getOrDefault(field, "\"Some text\"");
  }
}
