package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.ticketing.devstack.mail.Mail;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Mailbox;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Passwords that are chosen, changed and forgotten. */
@SystemTest
class PasswordsST {

  private static final String NEW = "battery staple";
  private static final String RESET = "A new password";

  private final Ticketing ticketing;

  PasswordsST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @Test
  void aForgottenPasswordIsReplacedByWayOfTheMailbox() {
    User user = ticketing.newUser();
    User elsewhere = user.withTokenOf(user.signIn().expect(200));
    assertEquals("{}", forgot(" " + user.email().toUpperCase()).expect(202).text());
    Mail mail = mailboxOf(user).await(1, RESET);
    assertTrue(mail.text().contains("127.0.0.1"), mail.text());
    String token = Mailbox.tokenIn(mail);
    String page = "http://localhost:" + ticketing.uri().getPort() + "/auth/reset?token=" + token;
    assertTrue(mail.text().contains(page), mail.text());

    assertRefused("password", reset(token, "Password1"));
    reset(token, NEW).expect(200);

    user.get("/api/orders").expect(401);
    elsewhere.get("/api/orders").expect(401);
    signIn(user, User.PASSWORD).expect(400);
    signIn(user, NEW).expect(200);
    assertRefused("token", reset(token, "another horse"));
    mailboxOf(user).await(1, "Your password");
  }

  @Test
  void aSecondRequestMakesTheFirstTokenVoid() {
    User user = ticketing.newUser();
    forgot(user.email()).expect(202);
    String first = mailboxOf(user).token(RESET);
    forgot(user.email()).expect(202);
    String second = Mailbox.tokenIn(mailboxOf(user).await(2, RESET));

    assertRefused("token", reset(first, NEW));
    reset(second, NEW).expect(200);
  }

  @Test
  void aTokenThatHasExpiredSetsNoPasswordAndTheStoreDoesNotHoldIt() {
    User user = ticketing.newUser();
    forgot(user.email()).expect(202);
    String token = mailboxOf(user).token(RESET);
    String secret = token.substring(token.indexOf('.') + 1);
    String uri = ticketing.machinery().stack().environment().get("MONGODB_URI");
    try (MongoClient store = MongoClients.create(uri)) {
      MongoCollection<Document> users = store.getDatabase("auth").getCollection("users");
      Document stored = users.find(Filters.eq("_id", user.id())).first();
      assertFalse(stored.toJson().contains(secret));
      String expired = stored.getString("resetToken").replaceFirst("@.*", "@1");
      users.updateOne(Filters.eq("_id", user.id()), Updates.set("resetToken", expired));
    }

    assertRefused("token", reset(token, NEW));
    user.get("/api/orders").expect(200);
  }

  @Test
  void nobodyLearnsFromTheAnswerWhetherAnAddressIsKnown() {
    User user = ticketing.newUser();
    Answer known = forgot(user.email()).expect(202);
    Answer unknown = forgot(User.newEmail()).expect(202);

    assertEquals(known.text(), unknown.text());
    assertEquals(known.headers().keySet(), unknown.headers().keySet());
    mailboxOf(user).await(1, RESET);
  }

  @Test
  void whoeverChangesThePasswordKeepsOnlyTheSessionAtHand() {
    User user = ticketing.newUser();
    User elsewhere = user.withTokenOf(user.signIn().expect(200));

    assertRefused("currentPassword", change(user, "incorrect", NEW));
    assertRefused("newPassword", change(user, User.PASSWORD, "12345678"));
    elsewhere.get("/api/orders").expect(200);
    change(user, User.PASSWORD, NEW).expect(200);

    user.get("/api/orders").expect(200);
    elsewhere.get("/api/orders").expect(401);
    signIn(user, User.PASSWORD).expect(400);
    signIn(user, NEW).expect(200);
    mailboxOf(user).await(1, "Your password");
  }

  @Test
  void nobodyChangesAPasswordWithoutBeingSignedIn() {
    ticketing
        .visitor()
        .post("/api/users/me/password", Map.of("currentPassword", "x", "newPassword", NEW))
        .expect(401);
  }

  @Test
  void aCommonPasswordIsRefusedAtSignUp() {
    Map<String, String> person =
        Map.of("firstName", "A", "lastName", "B", "email", User.newEmail(), "password", "Iloveyou");
    Answer answer = ticketing.visitor().post("/api/users/signup", person);
    assertRefused("password", answer);
    assertTrue(answer.text().contains("most common"), answer.text());
  }

  private Answer forgot(String email) {
    return ticketing.visitor().post("/api/users/forgot-password", Map.of("email", email));
  }

  private Answer reset(String token, String password) {
    return ticketing
        .visitor()
        .post("/api/users/reset-password", Map.of("token", token, "password", password));
  }

  private Answer signIn(User user, String password) {
    return ticketing
        .visitor()
        .post("/api/users/signin", Map.of("email", user.email(), "password", password));
  }

  private static Answer change(User user, String current, String next) {
    return user.post(
        "/api/users/me/password", Map.of("currentPassword", current, "newPassword", next));
  }

  private Mailbox mailboxOf(User user) {
    return new Mailbox(ticketing, user.email());
  }

  private static void assertRefused(String field, Answer answer) {
    assertEquals(field, answer.expect(400).json().at("/errors/0/field").asText(), answer.text());
  }
}
