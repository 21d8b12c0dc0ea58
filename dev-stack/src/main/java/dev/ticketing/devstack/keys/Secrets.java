package dev.ticketing.devstack.keys;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/** The file of random values. A value is made once; only values that are missing are added. */
final class Secrets {

  private static final String FILE = "secrets.properties";

  private final Properties values;

  private Secrets(Properties values) {
    this.values = values;
  }

  static Secrets in(PrivateDirectory directory) throws IOException {
    Properties values = new Properties();
    if (directory.has(FILE)) {
      try (Reader reader = Files.newBufferedReader(directory.file(FILE))) {
        values.load(reader);
      }
    }
    boolean complete = true;
    for (Secret secret : Secret.values()) {
      complete &= values.putIfAbsent(secret.property(), secret.random()) != null;
    }
    Secrets secrets = new Secrets(values);
    if (!complete) {
      directory.write(FILE, secrets.lines());
    }
    return secrets;
  }

  String get(Secret secret) {
    return values.getProperty(secret.property());
  }

  private String lines() {
    return Arrays.stream(Secret.values())
        .map(secret -> secret.property() + "=" + get(secret) + "\n")
        .collect(Collectors.joining());
  }
}
