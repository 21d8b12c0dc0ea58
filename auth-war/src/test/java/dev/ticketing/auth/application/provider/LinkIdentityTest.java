package dev.ticketing.auth.application.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.auth.application.provider.Person.Proof;
import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import dev.ticketing.auth.domain.Identity;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.auth.domain.User;
import dev.ticketing.platform.aggregate.Identifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LinkIdentityTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final UniqueUsers users = new UniqueUsers();
  private final LinkIdentity link = new LinkIdentity(users, users, clock);
  private final SignInThroughProvider signIn = users.signIn(clock);
  private final User ann = user("ann@example.org");
  private final User bob = user("bob@example.org");

  @Test
  void whoIsLinkedSignsInThere() {
    link.link(ann.id(), google("1"));
    assertEquals(ann.id(), signIn.signIn(google("1")).id());
  }

  @Test
  void linkingAgainChangesNothing() {
    link.link(ann.id(), google("1"));
    link.link(ann.id(), google("1"));
    assertEquals("1", ann.subjectAt(Provider.GOOGLE));
  }

  @Test
  void anIdentityBelongsToOneUser() {
    link.link(ann.id(), google("1"));
    assertEquals(Reason.IDENTITY_IN_USE, refused(bob.id(), google("1")));
    assertNull(bob.subjectAt(Provider.GOOGLE));
  }

  @Test
  void anIdentityThatSomebodyTakesMeanwhileBelongsToHim() {
    users.meanwhile = () -> link.link(ann.id(), google("1"));
    assertEquals(Reason.IDENTITY_IN_USE, refused(bob.id(), google("1")));
  }

  @Test
  void aUserHasOneIdentityAtAProvider() {
    link.link(ann.id(), google("1"));
    assertEquals(Reason.LINKED_ALREADY, refused(ann.id(), google("2")));
    assertEquals("1", ann.subjectAt(Provider.GOOGLE));
    link.link(
        ann.id(),
        new Person(
            new Identity(Provider.FACEBOOK, "2"), null, Proof.UNSAID, new Names(null, null, null)));
    assertEquals("2", ann.subjectAt(Provider.FACEBOOK));
  }

  @Test
  void nobodyLinksAUserWhoIsGone() {
    assertEquals(Reason.NOT_SIGNED_IN, refused("0".repeat(24), google("1")));
  }

  private Reason refused(String userId, Person person) {
    return assertThrows(SignInFailure.class, () -> link.link(userId, person)).reason();
  }

  private User user(String email) {
    User user = User.signUp(Identifier.next(), new Profile("A", "B", email), "hash", NOW);
    users.add(user);
    return user;
  }

  /** Without an address, as a link needs none. */
  private static Person google(String subject) {
    return new Person(
        new Identity(Provider.GOOGLE, subject),
        null,
        Proof.NOT_VERIFIED,
        new Names(null, null, null));
  }
}
