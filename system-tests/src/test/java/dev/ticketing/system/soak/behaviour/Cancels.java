package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Purchase;
import java.util.List;

/** Gives a ticket back before its time, with one click or more; to wish it twice is no error. */
public final class Cancels implements Behaviour {

  private final String action;
  private final boolean once;

  private Cancels(String action, boolean once) {
    this.action = action;
    this.once = once;
  }

  public static Behaviour once() {
    return new Cancels("cancel", true);
  }

  public static Behaviour twice() {
    return new Cancels("cancel twice", false);
  }

  @Override
  public void act(Scene scene) {
    scene.market().takeOpen(scene.random()).ifPresent(purchase -> cancel(scene, purchase));
  }

  private void cancel(Scene scene, Purchase purchase) {
    int times = once ? 1 : scene.fewTimes();
    purchase.isToBeCancelled();
    List<Reply> replies =
        scene.sendAtOnce(times, action, w -> purchase.buyer().at(w).cancel(purchase.id()));
    replies.forEach(reply -> note(scene, purchase, reply.expect(200, 409)));
    if (purchase.wasCancelled()) {
      scene.market().released(purchase.listing());
    } else if (replies.size() == times) {
      purchase.isNotCancelled();
      scene.market().putBack(purchase);
    }
  }

  private static void note(Scene scene, Purchase purchase, Reply reply) {
    if (reply.is(200)) {
      purchase.isCancelled();
      scene
          .contradictions()
          .unless(reply.field("status").equals("cancelled"), "Not cancelled: " + reply.text());
    } else {
      scene
          .contradictions()
          .unless(
              !reply.wasReceivedBefore(purchase.deadline()),
              "A cancel in time was refused: " + purchase.id() + " " + reply.text());
    }
  }
}
