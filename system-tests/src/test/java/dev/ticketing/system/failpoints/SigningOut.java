package dev.ticketing.system.failpoints;

import dev.ticketing.system.client.User;
import java.util.Map;

/** Somebody signs out, after which the token is worth nothing anywhere. */
final class SigningOut implements Journey {

  private final Cast cast;
  private User user;

  SigningOut(Cast cast) {
    this.cast = cast;
  }

  @Override
  public void prepare() {
    user = cast.ticketing().newUser();
  }

  @Override
  public void step() {
    user.post("/api/users/signout", Map.of()).expect(200);
  }

  @Override
  public boolean isDone() {
    return user.get("/api/orders").status() == 401;
  }

  @Override
  public void repeat() {
    step();
  }

  @Override
  public void requireSettled() {
    user.get("/api/payments").expect(401);
    user.listTicket("Too late", Cast.PRICE).expect(401);
    cast.signIn(user.email()).expect(200);
  }
}
