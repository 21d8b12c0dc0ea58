package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Listing;

/** Takes a ticket off the market. */
public final class Withdraws implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene.market().onSale().take(scene.random()).ifPresent(listing -> withdraw(scene, listing));
  }

  private static void withdraw(Scene scene, Listing listing) {
    String path = "/api/tickets/" + listing.id();
    Reply reply = scene.send("withdraw", wire -> listing.seller().at(wire).delete(path));
    reply.expect(204, listing.wasOrdered() ? 409 : 204);
    if (reply.is(204)) {
      scene.market().withdrawn().add(listing);
    } else {
      scene.market().onSale().add(listing);
    }
  }
}
