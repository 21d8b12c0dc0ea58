package dev.ticketing.system.running;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The orders of some buyers as the server lists them, those that nobody was told of included. */
public final class Orders {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

  /** One of them, by what matters here. */
  public record Placed(String id, String ticketId, String status) {

    /** Whether it is over, one way or another. */
    public boolean isOver() {
      return !status.equals("created") && !status.equals("awaiting:payment");
    }
  }

  private Orders() {}

  /**
   * @return all orders of these buyers by their ids
   */
  public static Map<String, Placed> of(Collection<User> buyers) {
    Map<String, Placed> orders = new HashMap<>();
    for (User buyer : buyers) {
      String page = "/api/orders?limit=100";
      while (page != null) {
        Answer answer = buyer.get(page).expect(200);
        for (JsonNode order : answer.json()) {
          String id = order.path("id").asText();
          String ticket = order.path("ticket").path("id").asText();
          orders.put(id, new Placed(id, ticket, order.path("status").asText()));
        }
        page = next(answer.header("Link"));
      }
    }
    return orders;
  }

  private static String next(String link) {
    Matcher matcher = NEXT.matcher(link == null ? "" : link);
    return matcher.find() ? matcher.group(1) : null;
  }
}
