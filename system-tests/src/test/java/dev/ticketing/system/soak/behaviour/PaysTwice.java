package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Purchase;
import java.util.List;

/** Clicks on "pay" more than once; one of the clicks counts, and money is taken once. */
public final class PaysTwice implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene.market().takeOpen(scene.random()).ifPresent(purchase -> pay(scene, purchase));
  }

  private static void pay(Scene scene, Purchase purchase) {
    int times = scene.fewTimes();
    purchase.isCharged();
    List<Reply> replies =
        scene.sendAtOnce(
            times,
            "charge twice",
            wire -> purchase.buyer().at(wire).charge(purchase.id(), "tok_visa"));
    replies.forEach(reply -> reply.expectOrUnknownYet(201, 202, 409));
    List<Reply> accepted = replies.stream().filter(r -> r.is(201) || r.is(202)).toList();
    accepted.forEach(reply -> Pays.note(scene, purchase, reply));
    boolean mustHaveWorked =
        replies.size() == times
            && replies.stream().noneMatch(reply -> reply.is(404))
            && replies.stream().allMatch(reply -> reply.wasReceivedBefore(purchase.deadline()));
    scene
        .contradictions()
        .unless(
            accepted.size() == 1 || accepted.isEmpty() && !mustHaveWorked,
            accepted.size() + " payments of " + times + " clicks on order " + purchase.id());
    if (accepted.isEmpty() && replies.size() == times) {
      purchase.isNotCharged();
      scene.market().putBack(purchase);
    }
  }
}
