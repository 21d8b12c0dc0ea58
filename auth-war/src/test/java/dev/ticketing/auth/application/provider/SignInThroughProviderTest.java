package dev.ticketing.auth.application.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.application.UserView;
import dev.ticketing.auth.application.provider.Person.Proof;
import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import dev.ticketing.auth.domain.Identity;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.auth.domain.User;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Simultaneously;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInThroughProviderTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final String EMAIL = "grace@example.org";
  private static final Names NAMES = new Names("Grace", "Hopper", null);

  private final UniqueUsers users = new UniqueUsers();
  private final SignInThroughProvider signIn = users.signIn(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void somebodyNewBecomesAUserWithoutAPassword() {
    UserView grace = signIn.signIn(google("1", EMAIL, Proof.VERIFIED));
    User stored = users.stored(grace.id());
    assertEquals("Grace", grace.firstName());
    assertEquals("Hopper", grace.lastName());
    assertEquals(EMAIL, grace.email());
    assertNull(stored.passwordHash());
    assertTrue(stored.emailVerified());
    assertEquals(1, stored.outbox().size());
    assertEquals(EventType.UserCreated, stored.outbox().get(0).type());
  }

  @Test
  void whoComesAgainIsTheSameUserWhateverHisAddressIsNow() {
    UserView grace = signIn.signIn(google("1", EMAIL, Proof.VERIFIED));
    assertEquals(grace, signIn.signIn(google("1", "other@example.org", Proof.VERIFIED)));
    assertEquals(grace, signIn.signIn(google("1", null, Proof.NOT_VERIFIED)));
    assertEquals(1, users.count());
  }

  @Test
  void idsThatAreOneNumberToADoubleAreTwoPeople() {
    assertEquals(9007199254740993d, 9007199254740992d);
    UserView one = signIn.signIn(google("9007199254740992", "a@example.org", Proof.VERIFIED));
    UserView two = signIn.signIn(google("9007199254740993", "b@example.org", Proof.VERIFIED));
    assertNotEquals(one.id(), two.id());
  }

  @Test
  void theSameSubjectAtAnotherProviderIsSomebodyElse() {
    UserView one = signIn.signIn(google("1", "a@example.org", Proof.VERIFIED));
    UserView two = signIn.signIn(facebook("1", "b@example.org"));
    assertNotEquals(one.id(), two.id());
  }

  @Test
  void manyAtOnceAreOneUser() {
    var ids =
        Simultaneously.run(
            8, thread -> () -> signIn.signIn(google("1", EMAIL, Proof.VERIFIED)).id());
    assertEquals(1, new HashSet<>(ids).size());
    assertEquals(1, users.count());
  }

  @Test
  void whoIsMadeAUserByAnotherServerMeanwhileIsFound() {
    Person grace = google("1", EMAIL, Proof.VERIFIED);
    users.meanwhile = () -> signIn.signIn(grace);
    assertEquals(users.stored(signIn.signIn(grace).id()).email(), EMAIL);
    assertEquals(1, users.count());
  }

  @Test
  void anAccountWhoseAddressBothSidesHaveVerifiedIsJoined() {
    User ours = withPassword(EMAIL, true);
    UserView joined = signIn.signIn(google("1", "Grace@Example.org", Proof.VERIFIED));
    assertEquals(ours.id(), joined.id());
    assertEquals("1", users.stored(ours.id()).subjectAt(Provider.GOOGLE));
    assertEquals("hash", users.stored(ours.id()).passwordHash());
    assertEquals("Ann", joined.firstName());
  }

  @Test
  void anAccountWhoseAddressWasNeverVerifiedIsNotJoined() {
    User squatter = withPassword(EMAIL, false);
    assertEquals(Reason.EMAIL_IN_USE, refused(google("1", EMAIL, Proof.VERIFIED)));
    assertNull(users.stored(squatter.id()).subjectAt(Provider.GOOGLE));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_VERIFIED", "UNSAID"})
  void whoHasNotProvenAnAddressDoesNotGetItsAccount(Proof proof) {
    User ours = withPassword(EMAIL, true);
    refused(google("1", EMAIL, proof));
    assertNull(users.stored(ours.id()).subjectAt(Provider.GOOGLE));
  }

  @Test
  void anAccountThatIsLinkedToSomebodyElseThereIsNotJoined() {
    signIn.signIn(google("1", EMAIL, Proof.VERIFIED));
    assertEquals(Reason.EMAIL_IN_USE, refused(google("2", EMAIL, Proof.VERIFIED)));
  }

  @Test
  void anAccountWhoseAddressChangesMeanwhileIsNotJoined() {
    User ours = withPassword(EMAIL, true);
    users.meanwhile = () -> ours.edit(new Profile(null, null, "new@example.org"), NOW);
    assertEquals(Reason.EMAIL_IN_USE, refused(google("1", EMAIL, Proof.VERIFIED)));
    assertNull(users.stored(ours.id()).subjectAt(Provider.GOOGLE));
  }

  @Test
  void anAddressThatTheProviderDisownsMakesNoUser() {
    assertEquals(Reason.EMAIL_UNVERIFIED, refused(google("1", EMAIL, Proof.NOT_VERIFIED)));
    assertEquals(0, users.count());
  }

  @Test
  void anAddressTheProviderSaysNothingOfIsNotVerifiedHere() {
    UserView grace = signIn.signIn(facebook("1", EMAIL));
    assertFalse(users.stored(grace.id()).emailVerified());
    assertEquals(List.of("CONFIRMATION"), users.letters);
  }

  @Test
  void nobodyIsAskedToConfirmWhatTheProviderHasVerifiedOrWhatDidNotComeAbout() {
    signIn.signIn(google("1", EMAIL, Proof.VERIFIED));
    refused(facebook("1", EMAIL));
    Person ann = facebook("2", "ann@example.org");
    users.meanwhile = () -> withPassword("ann@example.org", false);
    refused(ann);
    assertEquals(List.of(), users.letters);
  }

  @Test
  void whoHasNoUsableAddressCannotBecomeAUser() {
    assertEquals(Reason.EMAIL_MISSING, refused(facebook("1", null)));
    assertEquals(Reason.EMAIL_MISSING, refused(facebook("1", "not an address")));
  }

  private User withPassword(String email, boolean verified) {
    User user = User.signUp(Identifier.next(), new Profile("Ann", "Lee", email), "hash", NOW);
    if (verified) {
      user.verifyEmail();
    }
    users.add(user);
    return user;
  }

  private Reason refused(Person person) {
    return assertThrows(SignInFailure.class, () -> signIn.signIn(person)).reason();
  }

  private static Person google(String subject, String email, Proof proof) {
    return new Person(new Identity(Provider.GOOGLE, subject), email, proof, NAMES);
  }

  private static Person facebook(String subject, String email) {
    return new Person(new Identity(Provider.FACEBOOK, subject), email, Proof.UNSAID, NAMES);
  }
}
