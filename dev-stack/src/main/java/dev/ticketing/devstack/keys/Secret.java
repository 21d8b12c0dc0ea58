package dev.ticketing.devstack.keys;

import java.security.SecureRandom;

/** The random values that a development machine keeps, each with its name in the file. */
enum Secret {
  JWT_KEYSTORE("jwt.keystore.password", "", 32),
  TLS_KEYSTORE("tls.keystore.password", "", 32),
  LTPA("ltpa.keys.password", "", 32),
  WEBHOOK("stripe.webhook.secret", "whsec_", 32),
  STRIPE("stripe.api.key", "sk_test_", 32),
  DEMO_USER("demo.user.password", "", 14);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  private final String property;
  private final String prefix;
  private final int length;

  Secret(String property, String prefix, int length) {
    this.property = property;
    this.prefix = prefix;
    this.length = length;
  }

  String property() {
    return property;
  }

  String random() {
    StringBuilder value = new StringBuilder(prefix);
    RANDOM.ints(length, 0, ALPHABET.length()).forEach(i -> value.append(ALPHABET.charAt(i)));
    return value.toString();
  }
}
