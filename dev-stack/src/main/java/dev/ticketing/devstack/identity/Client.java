package dev.ticketing.devstack.identity;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;

/** The one site that people may sign in to, and what it has to say to be believed. */
record Client(ClientID id, Secret secret) {

  static Client any() {
    return new Client(new ClientID("site-" + new Secret(6).getValue()), new Secret(32));
  }

  /**
   * @throws GeneralException when it asks in a way that is not safe
   */
  void check(AuthorizationRequest request) throws GeneralException {
    boolean safe =
        id.equals(request.getClientID())
            && request.getRedirectionURI() != null
            && request.getState() != null
            && request.getCodeChallenge() != null
            && request.getCodeChallengeMethod().equals(CodeChallengeMethod.S256);
    if (!safe) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
  }

  /**
   * @throws GeneralException when it is somebody else
   */
  AuthorizationCodeGrant check(TokenRequest request) throws GeneralException {
    boolean known =
        (request.getClientAuthentication() instanceof ClientSecretBasic
                || request.getClientAuthentication() instanceof ClientSecretPost)
            && request.getClientAuthentication() instanceof PlainClientSecret shown
            && shown.getClientID().equals(id)
            && shown.getClientSecret().equals(secret);
    if (!known) {
      throw new GeneralException(OAuth2Error.INVALID_CLIENT);
    }
    if (request.getAuthorizationGrant() instanceof AuthorizationCodeGrant grant) {
      return grant;
    }
    throw new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
  }
}
