package dev.ticketing.system.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** One route of every service that is only for users; they have to agree on who is one. */
public final class Services {

  private static final String NOTHING = "5f0000000000000000000000";
  private static final Map<String, Function<User, Answer>> ROUTES = new LinkedHashMap<>();

  static {
    ROUTES.put("users", user -> user.get("/api/users/me/sessions"));
    ROUTES.put("tickets", user -> user.delete("/api/tickets/" + NOTHING));
    ROUTES.put("orders", user -> user.get("/api/orders"));
    ROUTES.put("payments", user -> user.get("/api/payments"));
    ROUTES.put("expiration", user -> user.get("/api/expiration/" + NOTHING));
  }

  private Services() {}

  /** What each service answers to this user: the status, and 200 also for a 404 of its own. */
  public static Map<String, Integer> statusesFor(User user) {
    Map<String, Integer> statuses = new LinkedHashMap<>();
    ROUTES.forEach((service, route) -> statuses.put(service, known(route.apply(user).status())));
    return statuses;
  }

  private static int known(int status) {
    return status == 404 ? 200 : status;
  }

  /** Every service answers with this status; 200 says that it knows who asks. */
  public static void allAnswer(int status, User user) {
    Map<String, Integer> expected = new LinkedHashMap<>();
    ROUTES.keySet().forEach(service -> expected.put(service, status));
    assertEquals(expected, statusesFor(user));
  }
}
