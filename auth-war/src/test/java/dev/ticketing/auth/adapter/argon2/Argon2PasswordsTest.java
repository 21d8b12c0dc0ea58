package dev.ticketing.auth.adapter.argon2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordsTest {

  /** From the tests of the reference implementation: password "password", salt "somesalt". */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  private final Argon2Passwords passwords = new Argon2Passwords(64, 1, 1, Optional.of(2));

  @Test
  void aHashOfTheReferenceImplementationIsRecognised() {
    assertTrue(passwords.matches("password", REFERENCE));
    assertFalse(passwords.matches("Password", REFERENCE));
  }

  @Test
  void aPasswordMatchesItsHashAndNoOther() {
    String hash = passwords.hash("secret-1234");
    assertTrue(passwords.matches("secret-1234", hash));
    assertFalse(passwords.matches("secret-1235", hash));
    assertFalse(passwords.matches("", hash));
  }

  @Test
  void theSamePasswordHasAnotherHashEachTime() {
    assertNotEquals(passwords.hash("secret-1234"), passwords.hash("secret-1234"));
  }

  @Test
  void aHashTellsItsSettingsAndKeepsSixteenBytesOfSaltAndThirtyTwoOfHash() {
    String hash = passwords.hash("secret-1234");
    assertTrue(
        hash.matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"),
        hash);
    assertEquals(hash, PhcString.parse(hash).toString());
  }

  @Test
  void anAccentTypedAsOneCharacterOrAsTwoIsTheSamePassword() {
    assertTrue(passwords.matches("caf\u00e9-1234", passwords.hash("cafe\u0301-1234")));
  }

  @Test
  void aHashWithOtherSettingsIsOutdatedButStillMatches() {
    Argon2Passwords stronger = new Argon2Passwords(128, 2, 1, Optional.of(1));
    String old = passwords.hash("secret-1234");
    assertFalse(passwords.isOutdated(old));
    assertTrue(stronger.isOutdated(old));
    assertTrue(stronger.matches("secret-1234", old));
    assertFalse(stronger.isOutdated(stronger.hash("secret-1234")));
  }

  @Test
  void memoryThatHasServedOnePasswordDoesNotChangeTheNextHash() {
    Argon2Passwords oneSlot =
        new Argon2Passwords(new Argon2Cost(64, 1, 1), new HashSlots(1, 64, Duration.ofSeconds(1)));
    String first = oneSlot.hash("secret-1234");
    oneSlot.hash("another-one");
    assertTrue(oneSlot.matches("secret-1234", first));
    assertTrue(passwords.matches("secret-1234", first));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "$2b$10$abcdefghijklmnopqrstuv",
        "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$c29tZXNhbHQ",
        "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$c29tZXNhbHQ",
        "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$c29tZXNhbHQ"
      })
  void anythingElseIsNoHash(String text) {
    assertThrows(IllegalArgumentException.class, () -> passwords.matches("secret-1234", text));
  }
}
