package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Purchase;
import java.util.List;
import java.util.Optional;

/** Pays and cancels at once, in two windows: one of the two wins. */
public final class CancelsWhilePaying implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene.market().takeOpen(scene.random()).ifPresent(purchase -> race(scene, purchase));
  }

  private static void race(Scene scene, Purchase purchase) {
    purchase.isCharged();
    purchase.isToBeCancelled();
    List<Optional<Reply>> both =
        scene.sendBoth(
            "charge against cancel",
            wire -> purchase.buyer().at(wire).charge(purchase.id(), "tok_visa"),
            "cancel against charge",
            wire -> purchase.buyer().at(wire).cancel(purchase.id()));
    Optional<Reply> charge = both.get(0).map(r -> r.expectOrUnknownYet(201, 202, 409));
    Optional<Reply> cancel = both.get(1).map(reply -> reply.expect(200, 409));
    boolean paid = charge.filter(reply -> reply.is(201)).isPresent();
    boolean cancelled = cancel.filter(reply -> reply.is(200)).isPresent();
    if (paid) {
      purchase.isPaid();
    }
    if (cancelled) {
      purchase.isCancelled();
    }
    String answers = charge.map(Reply::text) + " and " + cancel.map(Reply::text);
    scene
        .contradictions()
        .unless(!(paid && cancelled), "Paid and cancelled: " + purchase.id() + " " + answers);
    boolean neither =
        charge.filter(r -> r.is(409) && r.wasReceivedBefore(purchase.deadline())).isPresent()
            && cancel
                .filter(r -> r.is(409) && r.wasReceivedBefore(purchase.deadline()))
                .isPresent();
    scene
        .contradictions()
        .unless(!neither, "Neither paid nor cancelled: " + purchase.id() + " " + answers);
    if (cancelled && !paid) {
      scene.market().released(purchase.listing());
    }
  }
}
