package dev.ticketing.auth.adapter.nimbus;

import com.nimbusds.oauth2.sdk.auth.Secret;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 by a client secret. */
final class Keyed {

  private static final String ALGORITHM = "HmacSHA256";

  private Keyed() {}

  static byte[] hash(Secret secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getValueBytes(), ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
