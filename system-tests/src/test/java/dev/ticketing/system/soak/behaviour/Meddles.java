package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.client.User;
import dev.ticketing.system.soak.market.Person;
import dev.ticketing.system.soak.market.Purchase;
import java.util.Map;

/** Reads, cancels, pays and edits what is somebody else's, in vain; it may be gone already. */
public final class Meddles implements Behaviour {

  private static final int EDIT = 3;

  @Override
  public void act(Scene scene) {
    scene.market().anyPurchase(scene.random()).ifPresent(purchase -> meddle(scene, purchase));
  }

  private static void meddle(Scene scene, Purchase purchase) {
    Person person = scene.market().people().any(scene.random()).orElseThrow();
    if (person == purchase.buyer() || person.isOwnerOf(purchase.listing())) {
      return;
    }
    int what = scene.random().nextInt(4);
    scene
        .send(
            "meddle",
            wire -> {
              User user = person.at(wire);
              return switch (what) {
                case 0 -> user.orderOf(purchase.id());
                case 1 -> user.cancel(purchase.id());
                case 2 -> user.charge(purchase.id(), "tok_visa");
                case EDIT ->
                    user.put("/api/tickets/" + purchase.listing().id(), Map.of("title", "Mine"));
                default -> throw new IllegalStateException();
              };
            })
        .expectOrUnknownYet(403, what == EDIT ? 404 : 403);
  }
}
