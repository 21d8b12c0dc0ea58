package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Purchase;
import java.util.List;

/**
 * Tries to pay with a card that the bank declines, or with something that is no card; the order
 * stays payable.
 */
public final class PaysBadly implements Behaviour {

  private static final List<String> DECLINED =
      List.of(
          "tok_chargeDeclined",
          "tok_chargeDeclinedInsufficientFunds",
          "tok_chargeDeclinedExpiredCard",
          "tok_chargeDeclinedIncorrectCvc",
          "tok_chargeDeclinedProcessingError",
          "tok_chargeDeclinedFraudulent",
          "pm_card_visa_chargeDeclined");
  private static final List<String> NO_CARDS = List.of("tok_nobodyknows", "pm_card_nobodys");

  private final String action;
  private final List<String> cards;
  private final int status;

  private PaysBadly(String action, List<String> cards, int status) {
    this.action = action;
    this.cards = cards;
    this.status = status;
  }

  public static Behaviour withADeclinedCard() {
    return new PaysBadly("charge a declined card", DECLINED, 402);
  }

  public static Behaviour withNonsense() {
    return new PaysBadly("charge no card", NO_CARDS, 400);
  }

  @Override
  public void act(Scene scene) {
    scene.market().takeOpen(scene.random()).ifPresent(purchase -> pay(scene, purchase));
  }

  private void pay(Scene scene, Purchase purchase) {
    String card = scene.oneOf(cards);
    Reply reply = scene.send(action, wire -> purchase.buyer().at(wire).charge(purchase.id(), card));
    boolean late = !reply.wasReceivedBefore(purchase.deadline());
    reply.expectOrUnknownYet(status, 202, late ? 409 : status);
    if (!reply.is(202)) {
      scene.market().putBack(purchase);
    }
  }
}
