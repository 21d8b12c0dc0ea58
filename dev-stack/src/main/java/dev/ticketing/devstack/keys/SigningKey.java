package dev.ticketing.devstack.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The RSA key that signs session tokens, in a PKCS12 key store, and its public half as a JSON Web
 * Key Set. The JDK has no public API that makes the certificate a key store asks for, so its
 * keytool does.
 */
final class SigningKey {

  static final String ALIAS = "jwt";
  static final String KEYSTORE = "jwt.p12";
  static final String PUBLIC_KEYS = "jwks.json";

  private static final String PASSWORD_VARIABLE = "KEYTOOL_PASSWORD";

  private SigningKey() {}

  static void ensure(PrivateDirectory directory, String password) throws IOException {
    if (!directory.has(KEYSTORE)) {
      directory.write(KEYSTORE, file -> generate(file, password));
    }
    if (!directory.has(PUBLIC_KEYS)) {
      directory.write(PUBLIC_KEYS, PublicKeySet.of(publicKey(directory.file(KEYSTORE), password)));
    }
  }

  private static void generate(Path file, String password) throws IOException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias %s -keyalg RSA -keysize 2048 -dname CN=ticketing -validity 3650"
            + " -storetype PKCS12 -storepass:env %s -keystore";
    List<String> line = new ArrayList<>(List.of(keytool));
    line.addAll(List.of(options.formatted(ALIAS, PASSWORD_VARIABLE).split(" ")));
    line.add(file.toString());
    ProcessBuilder command = new ProcessBuilder(line).redirectErrorStream(true);
    command.environment().put(PASSWORD_VARIABLE, password);
    Process process = command.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitCode(process) != 0) {
      throw new IOException("keytool made no key: " + output.strip());
    }
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while keytool was running", e);
    }
  }

  private static RSAPublicKey publicKey(Path keystore, String password) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(keystore.toFile(), password.toCharArray());
      return (RSAPublicKey) store.getCertificate(ALIAS).getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new IOException(keystore + " cannot be read", e);
    }
  }
}
