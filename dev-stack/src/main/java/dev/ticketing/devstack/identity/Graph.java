package dev.ticketing.devstack.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Facebook as its documentation describes it, as far as a sign-in goes: its errors are its own. */
final class Graph {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Client client;
  private final Behaviour behaviour;
  private final Codes<AuthorizationRequest> codes = new Codes<>();
  private final Map<String, Account> tokens = new ConcurrentHashMap<>();

  Graph(Client client, Behaviour behaviour) {
    this.client = client;
    this.behaviour = behaviour;
  }

  HTTPResponse authorize(HTTPRequest request) throws ParseException, GeneralException {
    AuthorizationRequest asked = AuthorizationRequest.parse(request.getURI());
    client.check(asked);
    AuthorizationResponse answer =
        behaviour.has(Fault.DENIES)
            ? new AuthorizationErrorResponse(
                asked.getRedirectionURI(), OAuth2Error.ACCESS_DENIED, asked.getState(), null)
            : new AuthorizationSuccessResponse(
                asked.getRedirectionURI(),
                codes.give(asked, behaviour.account()),
                null,
                asked.getState(),
                null);
    return answer.toHTTPResponse();
  }

  HTTPResponse token(HTTPRequest request) throws ParseException {
    try {
      Account account =
          codes
              .redeem(client.check(TokenRequest.parse(request)))
              .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT))
              .account();
      String token = new BearerAccessToken().getValue();
      tokens.put(token, account);
      ObjectNode answer = JSON.createObjectNode();
      answer.put("access_token", token).put("token_type", "bearer").put("expires_in", 5183944);
      return Answers.json(200, answer.toString());
    } catch (GeneralException e) {
      return refused(100);
    }
  }

  HTTPResponse me(HTTPRequest request) throws ParseException {
    String token = BearerAccessToken.parse(request).getValue();
    Account account = tokens.get(token);
    if (account == null || !Answers.parameter(request, "appsecret_proof").equals(proof(token))) {
      return refused(190);
    }
    ObjectNode person = JSON.createObjectNode();
    for (String field : Answers.parameter(request, "fields").split(",")) {
      switch (field) {
        case "id" -> putId(person, account);
        case "email" -> put(person, field, account.email());
        case "first_name" -> put(person, field, account.givenName());
        case "last_name" -> put(person, field, account.familyName());
        case "name" -> put(person, field, account.name());
        default -> {
          return refused(100);
        }
      }
    }
    return Answers.json(200, person.toString());
  }

  private void putId(ObjectNode person, Account account) {
    if (behaviour.has(Fault.NUMERIC_SUBJECT)) {
      person.put("id", new BigInteger(account.subject()));
    } else {
      person.put("id", account.subject());
    }
  }

  private static void put(ObjectNode person, String field, String value) {
    if (value != null) {
      person.put(field, value);
    }
  }

  private String proof(String token) {
    return Answers.hmac(client.secret().getValue(), token);
  }

  private static HTTPResponse refused(int code) throws ParseException {
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("error").put("message", "No").put("type", "OAuthException").put("code", code);
    return Answers.json(400, answer.toString());
  }
}
