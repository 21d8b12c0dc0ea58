package dev.ticketing.auth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.User;
import dev.ticketing.contracts.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-01-01T12:00:00Z"), ZoneOffset.UTC);

  private final FakeUsers users = new FakeUsers();
  private final CountingPasswords passwords = new CountingPasswords();
  private final SignIn signIn = new SignIn(users.directory(), users, passwords);
  private final UserView ann =
      new SignUp(users, passwords, new AccountPost(new FakeLetters(CLOCK)), CLOCK)
          .signUp(new Profile("Ann", "Lee", "ann@example.com"), "secret-1234");

  @Test
  void theRightPasswordSignsIn() {
    assertEquals(ann, signIn.signIn("ann@example.com", "secret-1234"));
  }

  @Test
  void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
    Refusal wrong = refused("ann@example.com", "secret-1235");
    Refusal unknown = refused("bob@example.com", "secret-1234");
    assertEquals(Refusal.Reason.INVALID, wrong.reason());
    assertEquals(wrong.reason(), unknown.reason());
    assertEquals(wrong.body(), unknown.body());
  }

  @Test
  void anUnknownUserCostsOneComparisonAsAKnownOneDoes() {
    refused("ann@example.com", "wrong-one");
    assertEquals(List.of("wrong-one"), passwords.compared);
    refused("bob@example.com", "wrong-two");
    assertEquals(List.of("wrong-one", "wrong-two"), passwords.compared);
  }

  @Test
  void aUserWithoutAPasswordCannotSignInWithOneAndCostsTheSame() {
    users.add(
        User.signUp(
            "0".repeat(24), new Profile("G", "User", "g@example.com"), null, CLOCK.instant()));
    refused("g@example.com", "secret-1234");
    assertEquals(1, passwords.compared.size());
  }

  @Test
  void aHashWithOldSettingsIsReplacedOnceThePasswordIsKnownToBeRight() {
    passwords.settings = "new";
    refused("ann@example.com", "secret-1235");
    assertEquals("now:secret-1234", users.stored(ann.id()).passwordHash());
    signIn.signIn("ann@example.com", "secret-1234");
    assertEquals("new:secret-1234", users.stored(ann.id()).passwordHash());
    assertEquals(ann, signIn.signIn("ann@example.com", "secret-1234"));
  }

  @Test
  void anAccountsTextDoesNotShowItsHash() {
    assertFalse(users.directory().findAccount("ann@example.com").toString().contains("secret"));
  }

  private Refusal refused(String email, String password) {
    return assertThrows(Refusal.class, () -> signIn.signIn(email, password));
  }
}
