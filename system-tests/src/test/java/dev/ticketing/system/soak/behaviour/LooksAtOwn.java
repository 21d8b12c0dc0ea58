package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Person;

/** Reads the own orders and payments, among which there are no others'. */
public final class LooksAtOwn implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene.market().people().any(scene.random()).ifPresent(person -> look(scene, person));
  }

  private static void look(Scene scene, Person person) {
    Reply orders = scene.send("own orders", w -> person.at(w).get("/api/orders")).expect(200);
    boolean own =
        orders.json().findValuesAsText("userId").stream().allMatch(id -> id.equals(person.id()));
    scene.contradictions().unless(own, "Orders of others for " + person.id());
    scene.send("own payments", wire -> person.at(wire).get("/api/payments?limit=10")).expect(200);
  }
}
