package dev.ticketing.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.platform.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationKeysTest {

  private static final RSAPublicKey KEY = (RSAPublicKey) SomeKeys.next().getPublic();
  private static final String MODULUS = SomeKeys.encode(KEY.getModulus().toByteArray());

  @TempDir private Path directory;

  private final MovableClock clock = new MovableClock();
  private int writes;

  private VerificationKeys keysIn(String json) throws IOException {
    write(json);
    return new VerificationKeys(file(), clock);
  }

  private Path file() {
    return directory.resolve("jwks.json");
  }

  /** With a time of its own, as files have that are not written within one tick. */
  private void write(String json) throws IOException {
    Files.writeString(file(), json);
    Files.setLastModifiedTime(file(), FileTime.fromMillis(1_000L * ++writes));
    clock.pass(Duration.ofSeconds(1));
  }

  private static String set(String... ids) {
    StringBuilder keys = new StringBuilder();
    for (String id : ids) {
      keys.append(keys.isEmpty() ? "" : ",")
          .append("{\"kty\":\"RSA\",\"kid\":\"" + id + "\",")
          .append("\"n\":\"" + MODULUS + "\",\"e\":\"AQAB\",\"d\":\"secret\"}");
    }
    return "{\"keys\":[" + keys + "]}";
  }

  @Test
  void aKeyCountsWhileItIsInTheFile() throws IOException {
    VerificationKeys keys = keysIn(set("first"));
    assertTrue(keys.find("first").isPresent());
    assertFalse(keys.find("second").isPresent());

    write(set("first", "second"));
    assertTrue(keys.find("first").isPresent());
    assertTrue(keys.find("second").isPresent());

    write(set("second"));
    assertFalse(keys.find("first").isPresent());
  }

  @Test
  void aKeyWithoutAnIdVerifiesNothing() throws IOException {
    VerificationKeys keys = keysIn(set("first").replace("\"kid\":\"first\",", ""));
    assertFalse(keys.publicParts().isEmpty());
    assertFalse(keys.find("first").isPresent());
  }

  @Test
  void theFileIsNotLookedAtForEveryRequest() throws IOException {
    VerificationKeys keys = keysIn(set("first"));
    assertTrue(keys.find("first").isPresent());

    Files.delete(file());

    assertTrue(keys.find("first").isPresent());
  }

  @Test
  void aKeyIsTheOneWhosePartsAreInTheFile() throws IOException {
    assertEquals(KEY, keysIn(set("first")).find("first").orElseThrow());
  }

  @Test
  void aFileThatIsGoneOrBrokenLeavesTheKeysThatAreKnown() throws IOException {
    VerificationKeys keys = keysIn(set("first"));
    assertTrue(keys.find("first").isPresent());

    write("{\"keys\":[{");
    assertTrue(keys.find("first").isPresent());
    write("{\"keys\":[{\"kid\":\"first\",\"n\":\"%%\",\"e\":\"AQAB\"}]}");
    assertTrue(keys.find("first").isPresent());
    Files.delete(file());
    clock.pass(Duration.ofSeconds(1));
    assertTrue(keys.find("first").isPresent());

    write(set("second"));
    assertTrue(keys.find("second").isPresent());
    assertFalse(keys.find("first").isPresent());
  }

  @Test
  void whatIsSecretIsNotPublishedEvenIfItIsInTheFile() throws IOException {
    assertEquals(
        Map.of("kty", "RSA", "kid", "first", "n", MODULUS, "e", "AQAB"),
        keysIn(set("first")).publicParts().get(0));
  }
}
