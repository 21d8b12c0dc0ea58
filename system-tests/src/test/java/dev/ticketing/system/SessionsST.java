package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Services;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions as their users have them: begun, renewed, looked at and ended. */
@SystemTest
class SessionsST {

  private final Ticketing ticketing;
  private User user;

  SessionsST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @BeforeEach
  void somebody() {
    user = ticketing.newUser();
  }

  private Answer token() {
    return ticketing
        .visitor()
        .post("/api/users/token", Map.of("email", user.email(), "password", User.PASSWORD))
        .expect(200);
  }

  private Answer refresh(String refreshToken) {
    return ticketing.visitor().post("/api/users/refresh", Map.of("refreshToken", refreshToken));
  }

  private Answer refreshByCookie(String refreshToken) {
    return ticketing
        .visitorWith(Map.of("Cookie", "ticketing_refresh=" + refreshToken))
        .post("/api/users/refresh", Map.of());
  }

  @Test
  void anAccessTokenSaysWhoWhereAndForHowLong() {
    Answer answer = token();
    JsonNode claims = Answer.claimsOf(answer.field("accessToken"));

    assertEquals("https://ticketing.dev", claims.path("iss").asText());
    assertEquals("ticketing", claims.path("aud").asText(claims.path("aud").path(0).asText()));
    assertEquals(user.id(), claims.path("sub").asText());
    assertEquals(user.email(), claims.path("upn").asText());
    assertTrue(claims.path("groups").toString().contains("\"user\""), claims::toString);
    assertTrue(claims.path("sid").asText().matches("[0-9a-f]{24}"), claims::toString);
    assertFalse(claims.path("jti").asText().isBlank(), claims::toString);
    assertEquals(
        answer.json().path("expiresIn").asLong(),
        claims.path("exp").asLong() - claims.path("iat").asLong());
    assertEquals("Bearer", answer.field("tokenType"));
    assertNull(answer.header("Set-Cookie"));
  }

  @Test
  void everyTokenHasItsKeyInThePublicSetWhichHasNothingElse() {
    Answer set = ticketing.visitor().get("/api/users/jwks").expect(200);

    List<String> ids = set.json().findValuesAsText("kid");
    assertTrue(ids.contains(Answer.headerOf(user.token()).path("kid").asText()), set.text());
    set.json()
        .path("keys")
        .forEach(
            key ->
                key.fieldNames()
                    .forEachRemaining(
                        part ->
                            assertTrue(
                                List.of("kty", "use", "alg", "kid", "n", "e").contains(part),
                                part)));
    assertTrue(set.header("Cache-Control").contains("max-age="), set.header("Cache-Control"));
  }

  @Test
  void aRefreshTokenIsGoodOnceAndItsReuseEndsTheWholeSession() {
    Answer first = token();
    Answer second = refresh(first.field("refreshToken")).expect(200);
    assertNotEquals(first.field("refreshToken"), second.field("refreshToken"));
    Services.allAnswer(200, user.withToken(second.field("accessToken")));

    refresh(first.field("refreshToken")).expect(401);

    Services.allAnswer(401, user.withToken(first.field("accessToken")));
    Services.allAnswer(401, user.withToken(second.field("accessToken")));
    refresh(second.field("refreshToken")).expect(401);
    Services.allAnswer(200, user);
  }

  @Test
  void ofTwoWhoRefreshAtOnceOneWinsAndTheOtherCountsAsAThief() {
    for (int round = 0; round < 5; round++) {
      Answer begun = token();
      List<Integer> statuses =
          Together.each(2, i -> refresh(begun.field("refreshToken")).status()).stream()
              .sorted()
              .toList();

      assertEquals(List.of(200, 401), statuses);
      Services.allAnswer(401, user.withToken(begun.field("accessToken")));
    }
  }

  @Test
  void whatIsNoRefreshTokenEndsNothing() {
    Answer begun = token();
    String good = begun.field("refreshToken");
    String madeUp = good.substring(0, 16) + "A".repeat(good.length() - 16);

    refresh(madeUp).expect(401);
    refresh("").expect(401);
    refresh("x".repeat(5_000)).expect(401);
    ticketing.visitor().post("/api/users/refresh", Map.of()).expect(401);

    Services.allAnswer(200, user.withToken(begun.field("accessToken")));
    refresh(good).expect(200);
  }

  @Test
  void aBrowserRenewsItsSessionByACookieAndNoScriptSeesTheTokens() {
    Answer signIn = user.signIn().expect(200);
    Answer refreshed = refreshByCookie(signIn.cookie("ticketing_refresh")).expect(200);

    assertFalse(refreshed.text().contains("oken"), refreshed.text());
    assertNull(refreshed.header("Authorization"));
    Services.allAnswer(
        200, user.withCookie("ticketing_token=" + refreshed.cookie("ticketing_token")));
    Answer refused = refreshByCookie(signIn.cookie("ticketing_refresh")).expect(401);
    assertEquals("", refused.cookie("ticketing_refresh"));
    assertEquals("", refused.cookie("ticketing_token"));
  }

  @Test
  void whoHasLostTheAccessTokenSignsOutByTheRefreshCookie() {
    Answer signIn = user.signIn().expect(200);

    Answer signedOut =
        ticketing
            .visitorWith(
                Map.of("Cookie", "ticketing_refresh=" + signIn.cookie("ticketing_refresh")))
            .post("/api/users/signout", Map.of())
            .expect(200);

    assertEquals("", signedOut.cookie("ticketing_refresh"));
    assertEquals("", signedOut.cookie("ticketing_token"));
    Services.allAnswer(401, user.withTokenOf(signIn));
    refresh(signIn.cookie("ticketing_refresh")).expect(401);
  }

  @Test
  void aUserSeesWhereHeIsSignedInAndEndsWhatHeDoesNotWant() {
    User phone = user.withTokenOf(user.signIn().expect(200));
    User lost = user.withTokenOf(user.signIn().expect(200));
    JsonNode sessions = user.get("/api/users/me/sessions").expect(200).json();
    assertEquals(3, sessions.size());
    assertEquals(sessionOf(lost), sessions.path(0).path("id").asText());
    for (JsonNode session : sessions) {
      assertEquals(
          session.path("id").asText().equals(sessionOf(user)),
          session.path("current").asBoolean(),
          session::toString);
      assertEquals("127.0.0.1", session.path("address").asText());
      assertFalse(session.toString().toLowerCase().contains("hash"), session::toString);
    }

    user.delete("/api/users/me/sessions/" + sessionOf(lost)).expect(204);
    Services.allAnswer(401, lost);
    Services.allAnswer(200, phone);
    user.delete("/api/users/me/sessions").expect(204);
    Services.allAnswer(401, phone);
    Services.allAnswer(200, user);
    assertEquals(1, user.get("/api/users/me/sessions").json().size());
    user.delete("/api/users/me/sessions/" + sessionOf(user)).expect(204);
    Services.allAnswer(401, user);
  }

  private static String sessionOf(User user) {
    return Answer.claimsOf(user.token()).path("sid").asText();
  }

  @Test
  void sessionsOfOthersAreNobodysBusiness() {
    User other = ticketing.newUser();

    other.delete("/api/users/me/sessions/" + sessionOf(user)).expect(404);
    other.delete("/api/users/me/sessions/" + "5f".repeat(12)).expect(404);
    other.delete("/api/users/me/sessions/nonsense").expect(400);

    Services.allAnswer(200, user);
    assertEquals(1, other.get("/api/users/me/sessions").json().size());
  }

  @Test
  void aSessionWhoseTimeIsOverCannotBeRenewed() {
    Answer begun = token();
    String session = Answer.claimsOf(begun.field("accessToken")).path("sid").asText();
    String store = ticketing.machinery().stack().environment().get("MONGODB_URI");
    try (MongoClient client = MongoClients.create(store)) {
      client
          .getDatabase("auth")
          .getCollection("sessions")
          .updateOne(
              Filters.eq("_id", session),
              Updates.set("expiresAt", Date.from(Instant.now().minusSeconds(1))));
    }

    refresh(begun.field("refreshToken")).expect(401);

    assertFalse(user.get("/api/users/me/sessions").text().contains(session));
  }

  @Test
  void aChangedProfileKeepsTheSession() {
    Answer changed = user.patch("/api/users/me", Map.of("email", User.newEmail())).expect(200);

    String token = changed.header("Authorization").substring("Bearer ".length());
    assertEquals(sessionOf(user), Answer.claimsOf(token).path("sid").asText());
    assertEquals(changed.field("email"), Answer.claimsOf(token).path("upn").asText());
    Services.allAnswer(200, user.withToken(token));
    user.refresh().expect(200);
  }
}
