package dev.ticketing.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.platform.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationKeysTest {

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
          .append("{\"kty\":\"RSA\",\"kid\":\"" + id + "\",\"n\":\"AQAB\",\"d\":\"secret\"}");
    }
    return "{\"keys\":[" + keys + "]}";
  }

  @Test
  void aKeyCountsWhileItIsInTheFile() throws IOException {
    VerificationKeys keys = keysIn(set("first"));
    assertTrue(keys.contain("first"));
    assertFalse(keys.contain("second"));

    write(set("first", "second"));
    assertTrue(keys.contain("first"));
    assertTrue(keys.contain("second"));

    write(set("second"));
    assertFalse(keys.contain("first"));
  }

  @Test
  void noKeyIsNoKnownKey() throws IOException {
    assertFalse(keysIn("{\"keys\":[{\"kty\":\"RSA\"}]}").contain(null));
  }

  @Test
  void theFileIsNotLookedAtForEveryRequest() throws IOException {
    VerificationKeys keys = keysIn(set("first"));
    assertTrue(keys.contain("first"));

    Files.delete(file());

    assertTrue(keys.contain("first"));
  }

  @Test
  void aFileThatIsGoneOrBrokenLeavesTheKeysThatAreKnown() throws IOException {
    VerificationKeys keys = keysIn(set("first"));
    assertTrue(keys.contain("first"));

    write("{\"keys\":[{");
    assertTrue(keys.contain("first"));
    Files.delete(file());
    clock.pass(Duration.ofSeconds(1));
    assertTrue(keys.contain("first"));

    write(set("second"));
    assertTrue(keys.contain("second"));
    assertFalse(keys.contain("first"));
  }

  @Test
  void whatIsSecretIsNotPublishedEvenIfItIsInTheFile() throws IOException {
    assertEquals(
        Map.of("kty", "RSA", "kid", "first", "n", "AQAB"),
        keysIn(set("first")).publicParts().get(0));
  }
}
