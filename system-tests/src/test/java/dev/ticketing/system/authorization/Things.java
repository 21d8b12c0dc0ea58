package dev.ticketing.system.authorization;

import dev.ticketing.system.client.User;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What requests are about, by the names that the table uses; each is made when it is first asked
 * for. To add a kind of thing, add its name here.
 */
final class Things implements AutoCloseable {

  private final Map<String, String> made = new HashMap<>();
  private final Map<String, Supplier<String>> makers = new HashMap<>();
  private final User owner;

  Things(Cast cast) {
    this.owner = cast.owner();
    makers.put("ticket", () -> owner.lists("The owner's", 19.99));
    makers.put("order", () -> owner.orders(cast.seller().lists("The seller's", 19.99)));
    makers.put("payment", () -> owner.charge(get("order"), "tok_visa").id());
    makers.put("session", () -> newestSessionOf(owner));
    makers.put("new e-mail", User::newEmail);
    makers.put("owner's e-mail", owner::email);
  }

  private static String newestSessionOf(User owner) {
    owner.signIn().expect(200);
    return owner.get("/api/users/me/sessions").expect(200).json().path(0).path("id").asText();
  }

  /** The id, or text, of that name. */
  String get(String name) {
    String known = made.get(name);
    if (known == null) {
      Supplier<String> maker = makers.get(name);
      if (maker == null) {
        throw new IllegalArgumentException("Nothing is called " + name + "; add it to Things");
      }
      known = maker.get();
      made.put(name, known);
    }
    return known;
  }

  /** The path with an id in place of its parameter. */
  String pathOf(Line line) {
    String path = fill(line.path());
    return path.contains("{") ? path.replaceAll("\\{(id|[a-z]+Id)}", get(line.of())) : path;
  }

  /** The text with everything that is named in it in braces. */
  String fill(String text) {
    String filled = text;
    for (String name : makers.keySet()) {
      if (filled.contains("{" + name + "}")) {
        filled = filled.replace("{" + name + "}", get(name));
      }
    }
    return filled;
  }

  /** Nobody has to wait for what is not needed any more. */
  @Override
  public void close() {
    if (made.containsKey("order") && !made.containsKey("payment")) {
      owner.cancel(made.get("order"));
    }
  }
}
