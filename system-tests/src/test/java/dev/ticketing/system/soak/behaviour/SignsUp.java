package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.client.User;
import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Person;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody new; those whose session is about to end sign in again first. */
public final class SignsUp implements Behaviour {

  @Override
  public void act(Scene scene) {
    for (Person person : scene.market().people().takeAll(Person::mustSignIn)) {
      signInAgain(scene, person);
    }
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

  private static void signInAgain(Scene scene, Person person) {
    try {
      Reply reply = scene.send("sign in", wire -> person.at(wire).signIn()).expect(200);
      if (reply.is(200)) {
        person.signedIn(reply.answer());
      }
    } finally {
      scene.market().people().add(person);
    }
  }
}
