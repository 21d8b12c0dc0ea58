package dev.ticketing.auth.adapter.nimbus;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.auth.Secret;
import dev.ticketing.auth.application.provider.Attempt;
import dev.ticketing.auth.application.provider.AttemptSeal;
import dev.ticketing.auth.domain.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Date;
import java.util.Optional;

/**
 * Seals attempts by authenticated encryption (AES-GCM). The key comes from the secret that we share
 * with the provider: every server that can finish an attempt has it, and nobody else.
 */
@ApplicationScoped
public class EncryptedAttempts implements AttemptSeal {

  private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);
  private static final String PURPOSE = "a sign-in under way at ";

  private ConfiguredProviders providers;

  /** For the container's proxy. */
  protected EncryptedAttempts() {}

  @Inject
  public EncryptedAttempts(ConfiguredProviders providers) {
    this.providers = providers;
  }

  @Override
  public String seal(Provider provider, Attempt attempt) {
    JWTClaimsSet content =
        new JWTClaimsSet.Builder()
            .claim("state", attempt.state())
            .claim("nonce", attempt.nonce())
            .claim("verifier", attempt.verifier())
            .claim("returnTo", attempt.returnTo())
            .claim("link", attempt.linkUserId())
            .expirationTime(Date.from(attempt.expiresAt()))
            .build();
    try {
      EncryptedJWT sealed = new EncryptedJWT(HEADER, content);
      sealed.encrypt(new DirectEncrypter(key(provider)));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("An attempt cannot be sealed", e);
    }
  }

  @Override
  public Optional<Attempt> open(Provider provider, String sealed) {
    try {
      EncryptedJWT jwt = EncryptedJWT.parse(sealed);
      jwt.decrypt(new DirectDecrypter(key(provider)));
      JWTClaimsSet content = jwt.getJWTClaimsSet();
      return Optional.of(
          new Attempt(
              content.getStringClaim("state"),
              content.getStringClaim("nonce"),
              content.getStringClaim("verifier"),
              content.getStringClaim("returnTo"),
              content.getStringClaim("link"),
              content.getExpirationTime().toInstant()));
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] key(Provider provider) {
    Secret secret = providers.client(provider).orElseThrow().secret();
    return Keyed.hash(secret, (PURPOSE + provider.slug()).getBytes(StandardCharsets.UTF_8));
  }
}
