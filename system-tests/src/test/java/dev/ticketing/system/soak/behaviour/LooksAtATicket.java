package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Listing;
import java.util.Map;

/** Reads a ticket on sale, which must say what its seller was told that it says. */
public final class LooksAtATicket implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene.market().onSale().take(scene.random()).ifPresent(listing -> look(scene, listing));
  }

  private static void look(Scene scene, Listing listing) {
    try {
      Reply reply =
          scene
              .send("ticket", wire -> new Visitor(wire, Map.of()).ticket(listing.id()))
              .expect(200);
      boolean asTold =
          listing.title().equals(reply.field("title"))
              && (listing.wasOrdered() || reply.field("status").equals("available"));
      scene
          .contradictions()
          .unless(asTold, "Not '" + listing.title() + "' on sale: " + reply.text());
    } finally {
      scene.market().released(listing);
    }
  }
}
