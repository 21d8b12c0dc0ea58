package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Listing;
import dev.ticketing.system.soak.market.Person;
import java.util.Optional;

/** Puts a ticket on sale. */
public final class Lists implements Behaviour {

  @Override
  public void act(Scene scene) {
    Optional<Person> seller = scene.market().people().any(scene.random());
    seller.ifPresent(person -> list(scene, person));
  }

  private static void list(Scene scene, Person seller) {
    String title = "Seat " + scene.random().nextInt(100_000);
    long cents = scene.price();
    Reply reply =
        scene
            .send("list", wire -> seller.at(wire).listTicket(title, Cents.toDecimal(cents)))
            .expect(201);
    if (reply.is(201)) {
      scene.market().onSale().add(new Listing(reply.id(), seller, title, cents));
    }
  }
}
