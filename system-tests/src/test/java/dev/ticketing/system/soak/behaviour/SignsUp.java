package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.client.User;
import dev.ticketing.system.soak.market.Person;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody new. */
public final class SignsUp implements Behaviour {

  @Override
  public void act(Scene scene) {
    String email = User.newEmail();
    AtomicReference<User> user = new AtomicReference<>();
    scene
        .send(
            "sign up",
            wire -> {
              var answer = User.askToSignUp(wire, email);
              if (answer.status() == 201) {
                user.set(User.signedUp(wire, email, answer));
              }
              return answer;
            })
        .expect(201);
    if (user.get() != null) {
      scene.market().people().add(new Person(user.get()));
    }
  }
}
