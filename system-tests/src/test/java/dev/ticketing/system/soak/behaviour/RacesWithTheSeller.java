package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Listing;
import dev.ticketing.system.soak.market.Person;
import dev.ticketing.system.soak.market.Purchase;
import java.util.List;
import java.util.Optional;

/**
 * Orders a ticket while its seller edits it, or takes it off the market. An order that was accepted
 * just before its ticket went away may be cancelled for that; nobody pays it here.
 */
public final class RacesWithTheSeller implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene
        .market()
        .onSale()
        .take(scene.random())
        .ifPresent(
            listing ->
                scene
                    .market()
                    .buyerOf(listing, scene.random())
                    .ifPresentOrElse(
                        buyer -> race(scene, listing, buyer),
                        () -> scene.market().released(listing)));
  }

  private static void race(Scene scene, Listing listing, Person buyer) {
    if (scene.random().nextBoolean()) {
      edit(scene, listing, buyer);
    } else {
      withdraw(scene, listing, buyer);
    }
  }

  private static void edit(Scene scene, Listing listing, Person buyer) {
    String title = Edits.newTitle(scene);
    List<Optional<Reply>> both =
        scene.sendBoth(
            "order against edit",
            wire -> buyer.at(wire).order(listing.id()),
            "edit against order",
            Edits.request(scene, listing, title));
    both.get(0)
        .map(reply -> reply.expectOrUnknownYet(201))
        .filter(reply -> reply.is(201))
        .ifPresent(reply -> scene.market().ordered(Orders.purchase(scene, reply, listing, buyer)));
    both.get(1).ifPresent(reply -> Edits.note(scene, listing, title, reply));
  }

  private static void withdraw(Scene scene, Listing listing, Person buyer) {
    List<Optional<Reply>> both =
        scene.sendBoth(
            "order against withdrawal",
            wire -> buyer.at(wire).order(listing.id()),
            "withdraw against order",
            wire -> listing.seller().at(wire).delete("/api/tickets/" + listing.id()));
    both.get(0)
        .map(reply -> reply.expect(201, 404))
        .filter(reply -> reply.is(201))
        .ifPresent(
            reply -> {
              Purchase purchase = Orders.purchase(scene, reply, listing, buyer);
              purchase.isToBeCancelled();
              scene.market().abandoned(purchase);
            });
    both.get(1)
        .map(reply -> reply.expect(204, 409))
        .filter(reply -> reply.is(204))
        .ifPresent(reply -> scene.market().withdrawn().add(listing));
  }
}
