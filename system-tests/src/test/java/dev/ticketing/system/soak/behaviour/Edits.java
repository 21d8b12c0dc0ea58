package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Wire;
import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Listing;
import java.util.Map;
import java.util.function.Function;

/** Changes what a listing says and costs; what it says must be seen by who looks then. */
public final class Edits implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene.market().onSale().take(scene.random()).ifPresent(listing -> edit(scene, listing));
  }

  private static void edit(Scene scene, Listing listing) {
    String title = newTitle(scene);
    Reply reply = scene.send("edit", request(scene, listing, title));
    note(scene, listing, title, reply);
    scene.market().onSale().add(listing);
  }

  static String newTitle(Scene scene) {
    return "Better seat " + scene.random().nextInt(100_000);
  }

  static Function<Wire, Answer> request(Scene scene, Listing listing, String title) {
    long cents = scene.price();
    listing.mayCost(cents);
    String path = "/api/tickets/" + listing.id();
    Map<String, Object> body = Map.of("title", title, "price", Cents.toDecimal(cents));
    return wire -> listing.seller().at(wire).put(path, body);
  }

  /** A ticket that nobody ever ordered can be edited. */
  static void note(Scene scene, Listing listing, String title, Reply reply) {
    reply.expect(200, listing.wasOrdered() ? 409 : 200);
    if (reply.is(200)) {
      listing.edited(title);
      scene
          .contradictions()
          .unless(title.equals(reply.field("title")), "Edited otherwise: " + reply.text());
    }
  }
}
