package dev.ticketing.devstack.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The keys and passwords of one data directory: the key that signs session tokens, the passwords of
 * the application server's own key stores, the sandbox's API key and webhook secret, the demo
 * user's password. Made on the first run, never changed after it.
 */
public final class DevelopmentKeys {

  private final PrivateDirectory directory;
  private final Secrets secrets;

  private DevelopmentKeys(PrivateDirectory directory, Secrets secrets) {
    this.directory = directory;
    this.secrets = secrets;
  }

  /** Reads the keys in the directory; makes those that are missing. */
  public static DevelopmentKeys in(Path path) {
    try {
      PrivateDirectory directory = PrivateDirectory.create(path);
      Secrets secrets = Secrets.in(directory);
      SigningKey.ensure(directory, secrets.get(Secret.JWT_KEYSTORE));
      return new DevelopmentKeys(directory, secrets);
    } catch (IOException e) {
      throw new UncheckedIOException("No development keys in " + path, e);
    }
  }

  /** Writes a file that carries secrets next to them, as unreadable for others as they are. */
  public Path write(String name, String content) {
    try {
      directory.write(name, content);
      return directory.file(name).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be written", e);
    }
  }

  /** The PKCS12 key store with the signing key under the alias {@code jwt}. */
  public Path keystore() {
    return directory.file(SigningKey.KEYSTORE).toAbsolutePath();
  }

  /** The JSON Web Key Set by which tokens are verified. */
  public Path publicKeys() {
    return directory.file(SigningKey.PUBLIC_KEYS).toAbsolutePath();
  }

  public String keystorePassword() {
    return secrets.get(Secret.JWT_KEYSTORE);
  }

  /** The password of the key store that the application server makes for TLS. */
  public String tlsKeystorePassword() {
    return secrets.get(Secret.TLS_KEYSTORE);
  }

  public String ltpaPassword() {
    return secrets.get(Secret.LTPA);
  }

  public String webhookSecret() {
    return secrets.get(Secret.WEBHOOK);
  }

  public String stripeApiKey() {
    return secrets.get(Secret.STRIPE);
  }

  public String demoPassword() {
    return secrets.get(Secret.DEMO_USER);
  }
}
