package dev.ticketing.devstack.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentKeysTest {

  @TempDir Path directory;

  @Test
  void whatTheKeystoreSignsThePublicKeyVerifies() throws Exception {
    DevelopmentKeys keys = DevelopmentKeys.in(path());
    char[] password = keys.keystorePassword().toCharArray();
    KeyStore store = KeyStore.getInstance(keys.keystore().toFile(), password);
    RSAPrivateKey key = (RSAPrivateKey) store.getKey("jwt", password);
    byte[] message = {1, 2, 3};

    Signature signing = Signature.getInstance("SHA256withRSA");
    signing.initSign(key);
    signing.update(message);
    byte[] signature = signing.sign();
    Signature verifying = Signature.getInstance("SHA256withRSA");
    verifying.initVerify(publicKey(keys.publicKeys()));
    verifying.update(message);

    assertTrue(verifying.verify(signature));
    assertEquals(2048, key.getModulus().bitLength());
    assertEquals("PKCS12", store.getType());
  }

  @Test
  void keysAreMadeOnceAndKept() throws IOException {
    DevelopmentKeys.in(path());
    Map<String, String> first = contents();

    DevelopmentKeys.in(path());

    assertEquals(3, first.size());
    assertEquals(first, contents());
  }

  @Test
  void everyDirectoryHasKeysOfItsOwn() {
    DevelopmentKeys one = DevelopmentKeys.in(path());
    DevelopmentKeys other = DevelopmentKeys.in(directory.resolve("other"));

    assertNotEquals(one.webhookSecret(), other.webhookSecret());
    assertNotEquals(one.keystorePassword(), other.keystorePassword());
  }

  @Test
  void onlyTheOwnerMayReadThem() throws IOException {
    DevelopmentKeys.in(path());

    assertEquals("rwx------", permissions(path()));
    for (String file : contents().keySet()) {
      assertEquals("rw-------", permissions(path().resolve(file)), file);
    }
  }

  @Test
  void aRunKilledWhileWritingIsRepairedByTheNext() throws IOException {
    DevelopmentKeys before = DevelopmentKeys.in(path());
    byte[] publicKey = Files.readAllBytes(before.publicKeys());
    Files.delete(before.publicKeys());
    Files.writeString(path().resolve("jwks.json.part"), "{\"keys\": [");

    DevelopmentKeys after = DevelopmentKeys.in(path());

    assertArrayEquals(publicKey, Files.readAllBytes(after.publicKeys()));
    assertFalse(Files.exists(path().resolve("jwks.json.part")));
  }

  @Test
  void aValueThatAnOlderFileLacksIsAddedAndTheOthersStay() throws IOException {
    DevelopmentKeys before = DevelopmentKeys.in(path());
    Path file = path().resolve("secrets.properties");
    Files.write(
        file, Files.readAllLines(file).stream().filter(l -> !l.startsWith("demo.")).toList());

    DevelopmentKeys after = DevelopmentKeys.in(path());

    assertEquals(before.ltpaPassword(), after.ltpaPassword());
    assertNotEquals(before.demoPassword(), after.demoPassword());
    assertEquals(after.demoPassword(), DevelopmentKeys.in(path()).demoPassword());
  }

  @Test
  void theDemoPasswordIsOneThatTheSignUpAccepts() {
    int length = DevelopmentKeys.in(path()).demoPassword().length();

    assertTrue(length >= 8 && length <= 20);
  }

  private Path path() {
    return directory.resolve("data").resolve("keys");
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(path())) {
      for (Path file : files.toList()) {
        contents.put(
            file.getFileName().toString(),
            Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aKeysIdIsTheHashOfItselfAsTheApplicationServerMakesIt() throws Exception {
    Path set = DevelopmentKeys.in(path()).publicKeys();

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey(set).getEncoded());

    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    assertEquals(id, new ObjectMapper().readTree(set.toFile()).at("/keys/0/kid").asText());
  }

  private static PublicKey publicKey(Path set) throws Exception {
    JsonNode key = new ObjectMapper().readTree(set.toFile()).at("/keys/0");
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
  }

  private static BigInteger number(JsonNode key, String part) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(part).asText()));
  }
}
