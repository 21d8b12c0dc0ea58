package dev.ticketing.auth.adapter.nimbus;

import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Facebook's way to tell that a token is used by the application it was given to. */
final class AppSecretProof {

  private AppSecretProof() {}

  static String of(AccessToken token, Secret secret) {
    byte[] message = token.getValue().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Keyed.hash(secret, message));
  }
}
