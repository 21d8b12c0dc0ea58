package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Listing;
import dev.ticketing.system.soak.market.Person;
import dev.ticketing.system.soak.market.Purchase;

/** Orders what somebody else holds, in vain while that hold lasts. */
public final class WantsWhatIsHeld implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene
        .market()
        .takeOpen(scene.random())
        .ifPresent(
            held ->
                scene
                    .market()
                    .buyerOf(held.listing(), scene.random())
                    .ifPresentOrElse(
                        buyer -> order(scene, held, buyer), () -> scene.market().putBack(held)));
  }

  private static void order(Scene scene, Purchase held, Person buyer) {
    Listing listing = held.listing();
    Reply reply = scene.send("order what is held", wire -> buyer.at(wire).order(listing.id()));
    reply.expect(201, 409);
    scene
        .contradictions()
        .unless(
            reply.is(409) || !reply.wasReceivedBefore(held.deadline()),
            "Ticket of order " + held.id() + " given to another before its deadline");
    if (reply.is(201)) {
      scene.market().ordered(Orders.purchase(scene, reply, listing, buyer));
    } else {
      scene.market().putBack(held);
    }
  }
}
