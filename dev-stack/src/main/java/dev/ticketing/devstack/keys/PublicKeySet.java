package dev.ticketing.devstack.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** One public key as a JSON Web Key Set, under the id that the application server gives it. */
final class PublicKeySet {

  private static final String FORM =
      """
      {"keys": [
        {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "e": "%s", "n": "%s"}
      ]}
      """;

  private PublicKeySet() {}

  static String of(RSAPublicKey key) {
    return FORM.formatted(
        idOf(key), base64(unsigned(key.getPublicExponent())), base64(unsigned(key.getModulus())));
  }

  private static String idOf(RSAPublicKey key) {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the byte that says it is positive. */
  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
