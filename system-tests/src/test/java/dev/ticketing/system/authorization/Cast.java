package dev.ticketing.system.authorization;

import dev.ticketing.devstack.keys.DevelopmentKeys;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.running.Forger;
import dev.ticketing.system.running.Ticketing;
import java.util.EnumMap;
import java.util.Map;

/** The people behind the columns. */
final class Cast {

  private final Map<Actor, Visitor> actors = new EnumMap<>(Actor.class);
  private final DevelopmentKeys keys;
  private final User owner;
  private final User seller;

  Cast(Ticketing ticketing) {
    owner = ticketing.newUser();
    seller = ticketing.newUser();
    keys = ticketing.machinery().stack().keys();
    Forger forger = forger(owner);
    User revoked = owner.withTokenOf(owner.signIn().expect(200));
    revoked.post("/api/users/signout", Map.of()).expect(200);
    User admin = ticketing.newUser();
    actors.put(Actor.ANONYMOUS, ticketing.visitor());
    actors.put(Actor.OTHER, ticketing.newUser());
    actors.put(Actor.OWNER, owner);
    actors.put(Actor.ADMIN, admin.withToken(forger(admin).asAdmin()));
    actors.put(Actor.EXPIRED, owner.withToken(forger.expired()));
    actors.put(Actor.REVOKED, revoked);
    actors.put(Actor.FORGED, owner.withToken(forger.signedBySomebodyElse()));
  }

  private Forger forger(User user) {
    return new Forger(keys, user.token());
  }

  Visitor as(Actor actor) {
    return actors.get(actor);
  }

  /** The same person, in a session that nobody else needs. */
  Visitor inNewSession(Actor actor) {
    if (actor != Actor.OTHER && actor != Actor.OWNER && actor != Actor.ADMIN) {
      return as(actor);
    }
    User user = (User) as(actor);
    User anew = user.withTokenOf(user.signIn().expect(200));
    return actor == Actor.ADMIN ? anew.withToken(forger(anew).asAdmin()) : anew;
  }

  User owner() {
    return owner;
  }

  /** Sells what the owner orders. */
  User seller() {
    return seller;
  }
}
