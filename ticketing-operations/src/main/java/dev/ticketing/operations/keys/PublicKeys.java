package dev.ticketing.operations.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Collections;

/** The public halves of the RSA keys in a key store, as RFC 7517 has them. */
public final class PublicKeys {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PublicKeys() {}

  /** Each under the id that a server gives it when it signs: the hash of the key itself. */
  public static String of(KeyStore store) throws GeneralSecurityException, IOException {
    ArrayNode keys = JSON.createArrayNode();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getCertificate(alias).getPublicKey() instanceof RSAPublicKey key) {
        keys.add(json(key));
      }
    }
    ObjectNode set = JSON.createObjectNode();
    set.set("keys", keys);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(set);
  }

  private static ObjectNode json(RSAPublicKey key) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    return JSON.createObjectNode()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", base64(hash))
        .put("n", base64(key.getModulus()))
        .put("e", base64(key.getPublicExponent()));
  }

  /** Without the byte that would only say that it is positive. */
  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return base64(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
