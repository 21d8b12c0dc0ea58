package dev.ticketing.system.running;

import dev.ticketing.devstack.keys.DevelopmentKeys;
import dev.ticketing.operations.keys.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Rotates the keys that tokens are signed with, by the steps of docs/operations.md: the JDK's
 * keytool makes and deletes them, the operator's command publishes them.
 */
public final class SigningKeys {

  private static final String PASSWORD = "KEYTOOL_PASSWORD";

  private final DevelopmentKeys keys;

  public SigningKeys(DevelopmentKeys keys) {
    this.keys = keys;
  }

  /** Makes a key beside those that are there; from now on all servers trust it. */
  public void add(String alias) {
    keytool(
        "-genkeypair -keyalg RSA -keysize 2048 -dname CN=ticketing -validity 3650 -alias", alias);
    publish();
  }

  /** From now on nobody trusts this key any more. */
  public void retire(String alias) {
    keytool("-delete -alias", alias);
    publish();
  }

  private void keytool(String command, String alias) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of((command + " " + alias).split(" ")));
    line.addAll(List.of("-storepass:env", PASSWORD, "-keystore", keys.keystore().toString()));
    ProcessBuilder process = new ProcessBuilder(line).redirectErrorStream(true);
    process.environment().put(PASSWORD, keys.keystorePassword());
    try {
      Process running = process.start();
      running.getOutputStream().close();
      String output = new String(running.getInputStream().readAllBytes());
      if (running.waitFor() != 0) {
        throw new IllegalStateException(output);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void publish() {
    try {
      char[] password = keys.keystorePassword().toCharArray();
      String set = PublicKeys.of(KeyStore.getInstance(keys.keystore().toFile(), password));
      Path unfinished = keys.publicKeys().resolveSibling("jwks.json.part");
      Files.writeString(unfinished, set);
      Files.move(unfinished, keys.publicKeys(), StandardCopyOption.ATOMIC_MOVE);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
