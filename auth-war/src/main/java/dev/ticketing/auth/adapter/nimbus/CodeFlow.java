package dev.ticketing.auth.adapter.nimbus;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.ticketing.auth.application.provider.Attempt;
import dev.ticketing.auth.application.provider.Callback;
import dev.ticketing.auth.application.provider.SignInFailure;
import dev.ticketing.auth.application.provider.SignInFailure.Reason;
import java.io.IOException;
import java.net.URI;

/** The step that all providers share: an authorization code for what it stands for. */
final class CodeFlow {

  private static final int LONGEST_CODE = 4096;
  private static final int FIRST_SERVER_ERROR = 500;

  private final ProviderHttp http;
  private final URI redirectUri;

  CodeFlow(ProviderHttp http, URI redirectUri) {
    this.http = http;
    this.redirectUri = redirectUri;
  }

  URI redirectUri() {
    return redirectUri;
  }

  /**
   * @return the token endpoint's answer, an error perhaps, but not that it is out of order
   * @throws SignInFailure UNAVAILABLE; FAILED for what cannot be a code
   */
  HTTPResponse redeem(
      URI tokenEndpoint, ClientAuthentication client, Callback callback, Attempt attempt) {
    if (callback.code().isBlank() || callback.code().length() > LONGEST_CODE) {
      throw new SignInFailure(Reason.FAILED);
    }
    TokenRequest request =
        new TokenRequest.Builder(
                tokenEndpoint,
                client,
                new AuthorizationCodeGrant(
                    new AuthorizationCode(callback.code()),
                    redirectUri,
                    new CodeVerifier(attempt.verifier())))
            .build();
    try {
      HTTPResponse response = request.toHTTPRequest().send(http);
      requireInOrder(response);
      return response;
    } catch (IOException e) {
      throw new SignInFailure(Reason.UNAVAILABLE, e);
    }
  }

  /**
   * @throws IOException when the provider says that it cannot answer at the moment
   */
  static void requireInOrder(HTTPResponse response) throws IOException {
    if (response.getStatusCode() >= FIRST_SERVER_ERROR || response.getStatusCode() == 429) {
      throw new IOException("The provider answers with status " + response.getStatusCode());
    }
  }
}
