package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Listing;
import dev.ticketing.system.soak.market.Person;
import dev.ticketing.system.soak.market.Purchase;
import java.time.Instant;

/** Orders a ticket that is free; what happens to the order then is up to others, or to nobody. */
public final class Orders implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene
        .market()
        .onSale()
        .take(scene.random())
        .ifPresent(
            listing ->
                scene
                    .market()
                    .buyerOf(listing, scene.random())
                    .ifPresentOrElse(
                        buyer -> order(scene, listing, buyer),
                        () -> scene.market().released(listing)));
  }

  private static void order(Scene scene, Listing listing, Person buyer) {
    Reply reply = scene.send("order", wire -> buyer.at(wire).order(listing.id()));
    reply.expectOrUnknownYet(201);
    if (reply.is(201)) {
      scene.market().ordered(purchase(scene, reply, listing, buyer));
    } else {
      scene.market().released(listing);
    }
  }

  /** What the buyer was told with the 201. */
  static Purchase purchase(Scene scene, Reply reply, Listing listing, Person buyer) {
    long cents = Cents.of(reply.json().path("price"));
    scene
        .contradictions()
        .unless(
            listing.wasOfferedAt(cents)
                && reply.json().at("/ticket/id").asText().equals(listing.id())
                && reply.field("userId").equals(buyer.id()),
            "Not what was ordered of " + listing.id() + " by " + buyer.id() + ": " + reply.text());
    Instant deadline = Instant.parse(reply.field("expiresAt"));
    return new Purchase(reply.id(), listing, buyer, deadline, cents);
  }
}
