package dev.ticketing.system.soak.behaviour;

/** Pays when the time is over, in vain; or pays what another charge has paid. */
public final class PaysLate implements Behaviour {

  @Override
  public void act(Scene scene) {
    scene
        .market()
        .takeLapsed(scene.random())
        .ifPresent(
            purchase ->
                scene
                    .send(
                        "charge late",
                        wire -> purchase.buyer().at(wire).charge(purchase.id(), "tok_visa"))
                    .expectOrUnknownYet(409));
  }
}
