package dev.ticketing.devstack.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.ticketing.devstack.identity.Codes.Agreement;
import java.net.URI;
import java.util.List;

/** The endpoints of the OpenID provider. */
final class OpenId {

  private final String base;
  private final Client client;
  private final Behaviour behaviour;
  private final IdTokens tokens;
  private final Codes<AuthenticationRequest> codes = new Codes<>();

  OpenId(String base, Client client, Behaviour behaviour) {
    this.base = base;
    this.client = client;
    this.behaviour = behaviour;
    this.tokens = new IdTokens(new Issuer(base), client, behaviour);
  }

  HTTPResponse configuration() throws ParseException {
    OIDCProviderMetadata metadata =
        new OIDCProviderMetadata(
            new Issuer(base), List.of(SubjectType.PUBLIC), URI.create(base + "/jwks"));
    metadata.setAuthorizationEndpointURI(URI.create(base + "/authorize"));
    metadata.setTokenEndpointURI(URI.create(base + "/token"));
    metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
    metadata.applyDefaults();
    return Answers.json(200, metadata.toJSONObject().toJSONString());
  }

  HTTPResponse keys() throws ParseException {
    return Answers.json(200, new JWKSet(tokens.key()).toPublicJWKSet().toString());
  }

  HTTPResponse authorize(HTTPRequest request) throws ParseException, GeneralException {
    AuthenticationRequest asked = AuthenticationRequest.parse(request.getURI());
    client.check(asked);
    AuthorizationResponse answer =
        behaviour.has(Fault.DENIES)
            ? new AuthenticationErrorResponse(
                asked.getRedirectionURI(), OAuth2Error.ACCESS_DENIED, asked.getState(), null)
            : new AuthenticationSuccessResponse(
                asked.getRedirectionURI(),
                codes.give(asked, behaviour.account()),
                null,
                null,
                asked.getState(),
                null,
                new Issuer(base),
                null);
    return answer.toHTTPResponse();
  }

  HTTPResponse token(HTTPRequest request) throws ParseException {
    try {
      Agreement<AuthenticationRequest> agreed =
          codes
              .redeem(client.check(TokenRequest.parse(request)))
              .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
      return new OIDCTokenResponse(
              new OIDCTokens(
                  tokens.tokenFor(agreed.account(), agreed.request().getNonce()),
                  new BearerAccessToken(),
                  null))
          .toHTTPResponse();
    } catch (GeneralException e) {
      return new TokenErrorResponse(e.getErrorObject()).toHTTPResponse();
    }
  }
}
