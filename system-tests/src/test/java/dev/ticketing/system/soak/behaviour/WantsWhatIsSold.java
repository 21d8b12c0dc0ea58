package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Purchase;

/** Orders a ticket that somebody has bought. */
public final class WantsWhatIsSold implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene
        .market()
        .anyPurchase(scene.random())
        .filter(Purchase::wasPaid)
        .ifPresent(
            sold ->
                scene
                    .market()
                    .buyerOf(sold.listing(), scene.random())
                    .ifPresent(
                        buyer -> {
                          String ticket = sold.listing().id();
                          Reply reply =
                              scene.send("order what is sold", w -> buyer.at(w).order(ticket));
                          reply.expect(409);
                          scene
                              .contradictions()
                              .unless(!reply.is(201), "Ticket " + ticket + " is sold twice");
                        }));
  }
}
