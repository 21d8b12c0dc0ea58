package dev.ticketing.operations.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketing.devstack.keys.DevelopmentKeys;
import dev.ticketing.operations.Console;
import dev.ticketing.operations.Console.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  private DevelopmentKeys keys;

  @BeforeEach
  void makeKeys() {
    keys = DevelopmentKeys.in(directory.resolve("keys"));
  }

  private KeyStore store() throws Exception {
    return KeyStore.getInstance(keys.keystore().toFile(), keys.keystorePassword().toCharArray());
  }

  @Test
  void theSetSaysOfAKeyWhatTheServersOwnSaysOfIt() throws Exception {
    JsonNode set = JSON.readTree(PublicKeys.of(store()));

    assertEquals(JSON.readTree(keys.publicKeys().toFile()), set);
  }

  @Test
  void everyKeyOfTheStoreIsInTheSetAndNothingSecret() throws Exception {
    KeyStore store = store();
    store.setCertificateEntry("another", otherCertificate());

    JsonNode set = JSON.readTree(PublicKeys.of(store)).path("keys");

    assertEquals(2, set.size());
    assertFalse(set.get(0).path("kid").equals(set.get(1).path("kid")));
    set.forEach(key -> assertFalse(key.has("d")));
  }

  private java.security.cert.Certificate otherCertificate() throws Exception {
    DevelopmentKeys others = DevelopmentKeys.in(directory.resolve("others"));
    return KeyStore.getInstance(others.keystore().toFile(), others.keystorePassword().toCharArray())
        .getCertificate("jwt");
  }

  @Test
  void aStoreThatCannotBeReadIsOneLineAndLeavesTheFileAsItWas() throws IOException {
    Path file = Files.writeString(directory.resolve("jwks.json"), "as it was");

    Result result =
        new Console()
            .run(
                "keys",
                "publish",
                "--keystore=" + keys.keystore(),
                "--password:env=NO_SUCH_VARIABLE",
                "--to=" + file);

    assertEquals(2, result.exit(), result.toString());
    assertTrue(result.err().contains("NO_SUCH_VARIABLE"), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals("as it was", Files.readString(file));
  }
}
