package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Listing;
import dev.ticketing.system.soak.market.Person;
import java.util.List;

/** Clicks on "order" more than once; one of the clicks counts. */
public final class OrdersTwice implements Behaviour {

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
                        buyer -> order(scene, listing, buyer),
                        () -> scene.market().released(listing)));
  }

  private static void order(Scene scene, Listing listing, Person buyer) {
    int times = scene.fewTimes();
    List<Reply> replies =
        scene.sendAtOnce(times, "order twice", wire -> buyer.at(wire).order(listing.id()));
    replies.forEach(reply -> reply.expectOrUnknownYet(201, 409));
    List<Reply> accepted = replies.stream().filter(reply -> reply.is(201)).toList();
    for (Reply reply : accepted) {
      scene.market().ordered(Orders.purchase(scene, reply, listing, buyer));
    }
    boolean allAnswered = replies.size() == times;
    boolean unknownYet = replies.stream().anyMatch(reply -> reply.is(404));
    scene
        .contradictions()
        .unless(
            accepted.size() == 1 || accepted.isEmpty() && (!allAnswered || unknownYet),
            accepted.size() + " orders of " + times + " clicks on ticket " + listing.id());
    if (accepted.isEmpty() && allAnswered) {
      scene.market().released(listing);
    }
  }
}
