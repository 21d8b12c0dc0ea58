package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Listing;
import dev.ticketing.system.soak.market.Person;
import dev.ticketing.system.soak.market.Purchase;
import java.util.List;
import java.util.Optional;

/**
 * Orders a ticket while its seller edits it, or takes it off the market. An order that was accepted
 * just before its ticket went away may be cancelled for that, unless it is paid just as fast: then
 * the ticket is sold.
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
    Optional<Purchase> purchase =
        both.get(0)
            .map(reply -> reply.expect(201, 404))
            .filter(reply -> reply.is(201))
            .map(reply -> Orders.purchase(scene, reply, listing, buyer));
    purchase.ifPresent(order -> keepOrPay(scene, order));
    both.get(1)
        .map(reply -> reply.expect(204, 409))
        .filter(reply -> reply.is(204) && purchase.filter(Purchase::mayBePaid).isEmpty())
        .ifPresent(reply -> scene.market().withdrawn().add(listing));
  }

  private static void keepOrPay(Scene scene, Purchase purchase) {
    purchase.isToBeCancelled();
    scene.market().abandoned(purchase);
    if (scene.random().nextBoolean()) {
      purchase.isCharged();
      Reply reply =
          scene.send(
              "charge against withdrawal",
              wire -> purchase.buyer().at(wire).charge(purchase.id(), "tok_visa"));
      reply.expectOrUnknownYet(201, 202, 409);
      if (reply.is(201)) {
        purchase.isPaid();
      } else if (!reply.is(202)) {
        purchase.isNotCharged();
      }
    }
  }
}
