package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Purchase;
import java.time.Instant;

/** Asks how much time is left to pay; the clock may not have heard of a new order yet. */
public final class LooksAtTheClock implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene.market().takeOpen(scene.random()).ifPresent(purchase -> look(scene, purchase));
  }

  private static void look(Scene scene, Purchase purchase) {
    try {
      String path = "/api/expiration/" + purchase.id();
      Reply reply = scene.send("time left", w -> purchase.buyer().at(w).get(path));
      reply.expect(200, 404);
      scene
          .contradictions()
          .unless(
              !reply.is(200) || Instant.parse(reply.field("expiresAt")).equals(purchase.deadline()),
              "Another deadline than " + purchase.deadline() + ": " + reply.text());
    } finally {
      scene.market().putBack(purchase);
    }
  }
}
