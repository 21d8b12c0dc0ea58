package dev.ticketing.auth.adapter.nimbus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
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
import dev.ticketing.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Facebook: plain OAuth, after which its graph is asked who the person is. The graph tells an
 * e-mail address but not whether anybody has verified it.
 */
final class FacebookProvider implements IdentityProvider {

  /** Where to ask for agreement, for a token, and for the person. */
  record Addresses(URI authorize, URI token, URI userInfo) {}

  private static final Scope SCOPE = new Scope("email", "public_profile");
  private static final String FIELDS = "id,name,email,first_name,last_name";

  private final ProviderSettings.Client client;
  private final Addresses addresses;
  private final CodeFlow flow;
  private final ProviderHttp http;

  FacebookProvider(
      ProviderSettings.Client client, Addresses addresses, CodeFlow flow, ProviderHttp http) {
    this.client = client;
    this.addresses = addresses;
    this.flow = flow;
    this.http = http;
  }

  @Override
  public URI addressFor(Attempt attempt) {
    AuthorizationRequest.Builder request =
        new AuthorizationRequest.Builder(ResponseType.CODE, client.id())
            .endpointURI(addresses.authorize())
            .redirectionURI(flow.redirectUri())
            .scope(SCOPE)
            .state(new State(attempt.state()))
            .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
    if (attempt.isLink()) {
      request.customParameter("auth_type", "reauthenticate");
    }
    return request.build().toURI();
  }

  @Override
  public Person redeem(Callback callback, Attempt attempt) {
    try {
      HTTPResponse answer =
          flow.redeem(
              addresses.token(),
              new ClientSecretPost(client.id(), client.secret()),
              callback,
              attempt);
      TokenResponse response = TokenResponse.parse(answer);
      if (!response.indicatesSuccess()) {
        throw new ParseException("The code is refused");
      }
      return person(ask(response.toSuccessResponse().getTokens().getAccessToken()));
    } catch (IOException e) {
      throw new SignInFailure(Reason.UNAVAILABLE, e);
    } catch (ParseException | IllegalArgumentException e) {
      throw new SignInFailure(Reason.FAILED, e);
    }
  }

  private JsonNode ask(AccessToken token) throws IOException, ParseException {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, addresses.userInfo());
    request.appendQueryParameters(
        Map.of(
            "fields", List.of(FIELDS),
            "appsecret_proof", List.of(AppSecretProof.of(token, client.secret()))));
    request.setAuthorization(token.toAuthorizationHeader());
    HTTPResponse answer = request.send(http);
    CodeFlow.requireInOrder(answer);
    answer.ensureStatusCode(HTTPResponse.SC_OK);
    try {
      return Json.mapper().readTree(answer.getBody());
    } catch (JsonProcessingException e) {
      throw new ParseException("The graph's answer is not JSON", e);
    }
  }

  private static Person person(JsonNode graph) {
    return new Person(
        new Identity(Provider.FACEBOOK, subject(graph.path("id"))),
        text(graph, "email"),
        Proof.UNSAID,
        new Names(text(graph, "first_name"), text(graph, "last_name"), text(graph, "name")));
  }

  /** Ids are text; should one come as a number, each of its digits counts. */
  private static String subject(JsonNode id) {
    if (id.isTextual()) {
      return id.textValue();
    }
    return id.isIntegralNumber() ? id.bigIntegerValue().toString() : null;
  }

  private static String text(JsonNode graph, String field) {
    return graph.path(field).textValue();
  }
}
