package dev.ticketing.devstack.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;
import java.util.Date;

/** Makes the tokens that say who somebody is, wrong ones on demand. */
final class IdTokens {

  private static final int BITS = 2048;
  private static final String KEY_ID = "sandbox";

  private final Issuer issuer;
  private final Client client;
  private final Behaviour behaviour;
  private final RSAKey key = newKey();
  private final RSAKey foreign = newKey();

  IdTokens(Issuer issuer, Client client, Behaviour behaviour) {
    this.issuer = issuer;
    this.client = client;
    this.behaviour = behaviour;
  }

  RSAKey key() {
    return key;
  }

  JWT tokenFor(Account account, Nonce nonce) {
    JWTClaimsSet claims = claims(account, nonce);
    try {
      if (behaviour.has(Fault.UNSIGNED)) {
        return new PlainJWT(claims);
      }
      if (behaviour.has(Fault.SIGNED_BY_SECRET)) {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(client.secret().getValueBytes()));
        return token;
      }
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build(), claims);
      token.sign(new RSASSASigner(behaviour.has(Fault.FOREIGN_KEY) ? foreign : key));
      return token;
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWTClaimsSet claims(Account account, Nonce nonce) {
    Instant now = Instant.now();
    Instant end = behaviour.has(Fault.EXPIRED) ? now.minusSeconds(11) : now.plusSeconds(3600);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(behaviour.has(Fault.WRONG_ISSUER) ? issuer + "/other" : issuer.getValue())
            .audience(behaviour.has(Fault.WRONG_AUDIENCE) ? "another-site" : client.id().getValue())
            .subject(account.subject())
            .issueTime(Date.from(end.minusSeconds(3600)))
            .expirationTime(Date.from(end))
            .claim("email", account.email())
            .claim("email_verified", account.emailVerified())
            .claim("given_name", account.givenName())
            .claim("family_name", account.familyName())
            .claim("name", account.name());
    if (behaviour.has(Fault.NUMERIC_SUBJECT)) {
      claims.claim("sub", new java.math.BigInteger(account.subject()));
    }
    if (!behaviour.has(Fault.NO_NONCE)) {
      claims.claim("nonce", behaviour.has(Fault.WRONG_NONCE) ? "another" : nonce.getValue());
    }
    return claims.build();
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(BITS).keyID(KEY_ID).keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
