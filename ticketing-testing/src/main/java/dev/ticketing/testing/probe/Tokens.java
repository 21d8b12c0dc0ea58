package dev.ticketing.testing.probe;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Session tokens made without the product, by the key that its servers trust or by another. */
public final class Tokens {

  private static final String ALIAS = "jwt";
  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Duration LONG_AGO = Duration.ofMinutes(-5);

  private Tokens() {}

  public static String of(String userId) {
    return sign(trustedKey(), userId, LIFETIME);
  }

  public static String expiredOf(String userId) {
    return sign(trustedKey(), userId, LONG_AGO);
  }

  /** Says the same as a good token, but was signed with a key that nobody trusts. */
  public static String forgedOf(String userId) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2048);
      return sign(keys.generateKeyPair().getPrivate(), userId, LIFETIME);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A good token of one user, changed afterwards to name another. */
  public static String alteredFor(String victim, String userId) {
    String[] parts = of(userId).split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0] + "." + base64(claims.replace(userId, victim)) + "." + parts[2];
  }

  private static String sign(PrivateKey key, String userId, Duration validFor) {
    long expiry = Instant.now().plus(validFor).getEpochSecond();
    String claims =
        """
        {"iss":"https://ticketing.dev","aud":"ticketing","sub":"%1$s","upn":"%1$s@example.org",
         "groups":["user"],"sid":"%2$s","jti":"%2$s","iat":%3$d,"exp":%4$d}"""
            .formatted(userId, UUID.randomUUID(), expiry - LIFETIME.toSeconds(), expiry);
    String signed = base64(header()) + "." + base64(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header() {
    try {
      byte[] key = keyStore().getCertificate(ALIAS).getPublicKey().getEncoded();
      String id = base64(MessageDigest.getInstance("SHA-256").digest(key));
      return "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"" + id + "\"}";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey trustedKey() {
    try {
      return (PrivateKey) keyStore().getKey(ALIAS, password());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No key to sign tokens with", e);
    }
  }

  private static KeyStore keyStore() {
    try {
      return KeyStore.getInstance(new File(Variable.get("JWT_KEYSTORE_LOCATION")), password());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("No key to sign tokens with", e);
    }
  }

  private static char[] password() {
    return Variable.get("JWT_KEYSTORE_PASSWORD").toCharArray();
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
