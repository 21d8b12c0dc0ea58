package dev.ticketing.auth.container;

import static dev.ticketing.testing.container.Answers.assertRefused;
import static dev.ticketing.testing.container.Answers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.SessionEnded;
import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Events;
import dev.ticketing.testing.probe.Patiently;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sessions that the domain itself begins and ends. */
@ExtendWith(ArquillianExtension.class)
class SessionIT {

  private static final String PASSWORD = "correct horse 42";

  private final String email = Identifier.next() + "@example.org";
  private HttpResponse<String> signedUp;

  @Deployment(testable = false)
  static EnterpriseArchive auth() {
    return AuthEar.build();
  }

  @BeforeEach
  void signUp() {
    Patiently.await().until(() -> Api.anonymous().get("/health/ready").statusCode() == 200);
    signedUp = post("signup");
  }

  @Test
  void theTokenOfASignUpIsGoodAsACookieAndAsBearer() {
    String id = expect(201, signedUp).get("id").asText();
    assertEquals(id, currentUser(Api.withCookie(token(signedUp))));
    assertEquals(id, currentUser(Api.bearing(token(signedUp))));
  }

  @Test
  void aTokenIsDeadOnceItsSessionHasEnded() {
    Api caller = Api.bearing(token(signedUp));
    expect(200, caller.send("PATCH", "/api/users/me", "{\"firstName\":\"Eve\"}"));
    expect(200, caller.post("/api/users/signout", "{}"));
    assertRefused(401, caller.send("PATCH", "/api/users/me", "{\"firstName\":\"Ann\"}"));
  }

  /** As another server would, which has ended it. */
  @Test
  void aTokenIsDeadOnceTheEndOfItsSessionIsHeardOf() {
    Api caller = Api.bearing(token(signedUp));
    expect(200, caller.get("/api/users/me/sessions"));
    String session = caller.get("/api/users/me/sessions").body().substring(8, 32);
    Events.put(
        new SessionEnded(
            new SessionEnded.Session(
                session, Identifier.next(), "SIGNED_OUT", Instant.now().plusSeconds(720))),
        session,
        1);
    Patiently.await().until(() -> caller.get("/api/users/me/sessions").statusCode() == 401);
  }

  @Test
  void theEndOfASessionIsTold() {
    Api caller = Api.bearing(token(signedUp));
    String session = caller.get("/api/users/me/sessions").body().substring(8, 32);
    expect(200, caller.post("/api/users/signout", "{}"));
    Patiently.await().until(() -> !Events.published(Topic.SESSIONS, session).isEmpty());
    assertEquals(EventType.SessionEnded, Events.published(Topic.SESSIONS, session).get(0).type());
  }

  @Test
  void aWrongPasswordIsRefusedAndTheRightOneBeginsASession() {
    String wrong = "{\"email\":\"" + email + "\",\"password\":\"wrong horse 42\"}";
    assertRefused(400, Api.anonymous().post("/api/users/signin", wrong));
    assertTrue(token(post("signin")).length() > 100);
  }

  @Test
  void anEmailInUseIsAConflict() {
    assertRefused(409, post("signup"));
  }

  @Test
  void aSignUpIsTold() {
    String id = expect(201, signedUp).get("id").asText();
    Patiently.await().until(() -> !Events.published(Topic.USERS, id).isEmpty());
    assertEquals(EventType.UserCreated, Events.published(Topic.USERS, id).get(0).type());
  }

  private HttpResponse<String> post(String path) {
    String body =
        "{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(email, PASSWORD);
    return Api.anonymous().post("/api/users/" + path, body);
  }

  private static String token(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("ticketing_token="))
        .map(cookie -> cookie.substring("ticketing_token=".length(), cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private static String currentUser(Api caller) {
    return expect(200, caller.get("/api/users/currentuser")).at("/currentUser/id").asText();
  }
}
