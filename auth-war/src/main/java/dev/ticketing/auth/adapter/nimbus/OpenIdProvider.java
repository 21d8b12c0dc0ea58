package dev.ticketing.auth.adapter.nimbus;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.ticketing.auth.application.provider.Attempt;
import dev.ticketing.auth.application.provider.Callback;
import dev.ticketing.auth.application.provider.IdentityProvider;
import dev.ticketing.auth.application.provider.Names;
import dev.ticketing.auth.application.provider.Person;
import dev.ticketing.auth.application.provider.Person.Proof;
import dev.ticketing.auth.application.provider.SignInFailure;
import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import dev.ticketing.auth.domain.Identity;
import dev.ticketing.auth.domain.Provider;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * An OpenID provider such as Google: it hands out a signed token that says who somebody is, made
 * for us and for this attempt. Everything in it is verified by the library; nothing else is asked.
 */
final class OpenIdProvider implements IdentityProvider {

  private static final Scope SCOPE = new Scope("openid", "email", "profile");

  private final Provider provider;
  private final ProviderSettings.Client client;
  private final Issuer issuer;
  private final OpenIdMetadata openId;
  private final CodeFlow flow;

  OpenIdProvider(
      Provider provider,
      ProviderSettings.Client client,
      Issuer issuer,
      OpenIdMetadata openId,
      CodeFlow flow) {
    this.provider = provider;
    this.client = client;
    this.issuer = issuer;
    this.openId = openId;
    this.flow = flow;
  }

  @Override
  public URI addressFor(Attempt attempt) {
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client.id(), flow.redirectUri())
            .endpointURI(known().metadata().getAuthorizationEndpointURI())
            .state(new State(attempt.state()))
            .nonce(new Nonce(attempt.nonce()))
            .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
    if (attempt.isLink()) {
      request.prompt(Prompt.Type.SELECT_ACCOUNT);
    }
    return request.build().toURI();
  }

  @Override
  public Person redeem(Callback callback, Attempt attempt) {
    if (callback.issuer() != null && !callback.issuer().equals(issuer.getValue())) {
      throw new SignInFailure(Reason.FAILED);
    }
    OpenIdMetadata.Known known = known();
    try {
      TokenResponse answer =
          OIDCTokenResponseParser.parse(
              flow.redeem(
                  known.metadata().getTokenEndpointURI(),
                  authentication(known.metadata()),
                  callback,
                  attempt));
      if (!(answer instanceof OIDCTokenResponse tokens)) {
        throw new ParseException(
            "The code is refused: " + answer.toErrorResponse().getErrorObject().getCode());
      }
      JWT token = tokens.getOIDCTokens().getIDToken();
      IDTokenClaimsSet claims = known.validator().validate(token, new Nonce(attempt.nonce()));
      requireTextualSubject(token);
      return person(claims);
    } catch (KeySourceException e) {
      throw new SignInFailure(Reason.UNAVAILABLE, e);
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      throw new SignInFailure(Reason.FAILED, e);
    }
  }

  /** The library would take a number too, and round it: many people would then be one. */
  private static void requireTextualSubject(JWT token) throws ParseException {
    boolean textual =
        token instanceof SignedJWT signed
            && signed.getPayload().toJSONObject().get("sub") instanceof String;
    if (!textual) {
      throw new ParseException("The token's subject is no text");
    }
  }

  private OpenIdMetadata.Known known() {
    try {
      return openId.known();
    } catch (IOException e) {
      throw new SignInFailure(Reason.UNAVAILABLE, e);
    }
  }

  /** In the request's header, unless the provider wants it in the body. */
  private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        ? new ClientSecretBasic(client.id(), client.secret())
        : new ClientSecretPost(client.id(), client.secret());
  }

  private Person person(IDTokenClaimsSet claims) {
    boolean verified =
        Boolean.TRUE.equals(claims.getBooleanClaim(PersonClaims.EMAIL_VERIFIED_CLAIM_NAME));
    return new Person(
        new Identity(provider, claims.getSubject().getValue()),
        claims.getStringClaim(PersonClaims.EMAIL_CLAIM_NAME),
        verified ? Proof.VERIFIED : Proof.NOT_VERIFIED,
        new Names(
            claims.getStringClaim(PersonClaims.GIVEN_NAME_CLAIM_NAME),
            claims.getStringClaim(PersonClaims.FAMILY_NAME_CLAIM_NAME),
            claims.getStringClaim(PersonClaims.NAME_CLAIM_NAME)));
  }
}
