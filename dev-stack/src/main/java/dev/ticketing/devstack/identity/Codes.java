package dev.ticketing.devstack.identity;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The codes that were given out. Each is good once, for whoever has asked for it. */
final class Codes<R extends AuthorizationRequest> {

  /** What somebody has agreed to. */
  record Agreement<R>(R request, Account account) {}

  private final Map<AuthorizationCode, Agreement<R>> open = new ConcurrentHashMap<>();

  AuthorizationCode give(R request, Account account) {
    AuthorizationCode code = new AuthorizationCode();
    open.put(code, new Agreement<>(request, account));
    return code;
  }

  Optional<Agreement<R>> redeem(AuthorizationCodeGrant grant) {
    return Optional.ofNullable(open.remove(grant.getAuthorizationCode()))
        .filter(agreed -> agreed.request().getRedirectionURI().equals(grant.getRedirectionURI()))
        .filter(agreed -> isProven(agreed.request(), grant));
  }

  private static boolean isProven(AuthorizationRequest request, AuthorizationCodeGrant grant) {
    return grant.getCodeVerifier() != null
        && CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
            .equals(request.getCodeChallenge());
  }
}
