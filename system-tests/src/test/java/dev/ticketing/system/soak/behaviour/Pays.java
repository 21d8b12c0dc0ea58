package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Purchase;
import java.util.List;

/** Pays with a good card: in time it succeeds, after the deadline it does not. */
public final class Pays implements Behaviour {

  static final List<String> GOOD_CARDS =
      List.of("tok_visa", "tok_mastercard", "tok_amex", "pm_card_visa");

  @Override
  public void act(Scene scene) {
    scene.market().takeOpen(scene.random()).ifPresent(purchase -> pay(scene, purchase));
  }

  private static void pay(Scene scene, Purchase purchase) {
    String card = scene.oneOf(GOOD_CARDS);
    purchase.isCharged();
    Reply reply =
        scene.send("charge", wire -> purchase.buyer().at(wire).charge(purchase.id(), card));
    reply.expectOrUnknownYet(201, 202, 409);
    note(scene, purchase, reply);
    if (reply.is(409) || reply.is(404)) {
      purchase.isNotCharged();
      scene.market().putBack(purchase);
    }
  }

  /** What follows from an answer to a charge with a good card that nobody interfered with. */
  static void note(Scene scene, Purchase purchase, Reply reply) {
    if (reply.is(201)) {
      purchase.isPaid();
      scene
          .contradictions()
          .unless(
              reply.field("orderId").equals(purchase.id())
                  && reply.field("status").equals("captured")
                  && Cents.of(reply.json().path("amount")) == purchase.cents(),
              "Charged otherwise than order " + purchase.id() + " says: " + reply.text());
    }
    if (reply.is(201) || reply.is(202)) {
      scene
          .contradictions()
          .unless(
              !reply.wasSentAfter(purchase.deadline()),
              "A charge after the deadline was accepted: " + purchase.id());
    }
    if (reply.is(409)) {
      scene
          .contradictions()
          .unless(
              !reply.wasReceivedBefore(purchase.deadline()),
              "A charge in time was refused: " + purchase.id() + " " + reply.text());
    }
  }
}
