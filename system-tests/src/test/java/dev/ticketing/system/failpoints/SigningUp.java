package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody signs up, and is known by e-mail and password from then on. */
final class SigningUp implements Journey {

  private final Cast cast;
  private final String email = "user-" + UUID.randomUUID() + "@example.org";

  SigningUp(Cast cast) {
    this.cast = cast;
  }

  @Override
  public void prepare() {}

  @Override
  public List<String> names() {
    return List.of(email);
  }

  @Override
  public void step() {
    signUp().expect(201);
  }

  private Answer signUp() {
    return cast.visitor()
        .post(
            "/api/users/signup",
            Map.of(
                "firstName",
                "Ada",
                "lastName",
                "Lovelace",
                "email",
                email,
                "password",
                User.PASSWORD));
  }

  @Override
  public boolean isDone() {
    return cast.signIn(email).status() == 200;
  }

  @Override
  public void repeat() {
    step();
  }

  @Override
  public void requireSettled() {
    assertEquals(409, signUp().status());
  }
}
