package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.Part;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Mailbox;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose an e-mail address is, and what becomes of mail. */
@SystemTest
class ConfirmationST {

  private static final String CONFIRM = "Confirm your address";

  private final Ticketing ticketing;

  ConfirmationST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @Test
  void anAddressIsConfirmedOnceByTheTokenThatWasMailedThere() {
    User user = ticketing.newUser();
    assertFalse(isVerified(user));
    String token = mailboxOf(user.email()).token(CONFIRM);

    confirm(token).expect(200);

    assertTrue(isVerified(user));
    assertEquals("token", confirm(token).expect(400).json().at("/errors/0/field").asText());
  }

  @Test
  void theConfirmationIsSentAgainToWhomeverItConcernsAndTheAnswerTellsNobodyElse() {
    User user = ticketing.newUser();
    String first = mailboxOf(user.email()).token(CONFIRM);
    Answer unconfirmed = resend(user.email()).expect(202);
    String second = Mailbox.tokenIn(mailboxOf(user.email()).await(2, CONFIRM));
    confirm(first).expect(400);
    confirm(second).expect(200);

    Answer confirmed = resend(user.email()).expect(202);
    Answer unknown = resend(User.newEmail()).expect(202);

    assertEquals(unconfirmed.text(), confirmed.text());
    assertEquals(unconfirmed.text(), unknown.text());
    assertEquals(unconfirmed.headers().keySet(), confirmed.headers().keySet());
    assertEquals(unconfirmed.headers().keySet(), unknown.headers().keySet());
  }

  @Test
  void aNewAddressIsUnconfirmedAndTheFormerOneIsTold() {
    User user = ticketing.newUser();
    confirm(mailboxOf(user.email()).token(CONFIRM)).expect(200);
    String moved = User.newEmail();

    user.patch("/api/users/me", Map.of("email", moved)).expect(200);

    assertFalse(isVerified(user));
    mailboxOf(user.email()).await(1, "Your address");
    confirm(mailboxOf(moved).token(CONFIRM)).expect(200);
    assertTrue(isVerified(user));
  }

  @Test
  void withoutAMailServerEverythingElseGoesOnAndTheMailComesLater() {
    ticketing.machinery().stack().stop(Part.MAIL);
    User user;
    try {
      user = ticketing.newUser();
      resend(user.email()).expect(202);
      ticketing.visitor().get("/health/ready").expect(200);
    } finally {
      ticketing.machinery().stack().start(Part.MAIL);
    }

    String token = Mailbox.tokenIn(mailboxOf(user.email()).await(2, CONFIRM));
    confirm(token).expect(200);
  }

  private Answer confirm(String token) {
    return ticketing.visitor().post("/api/users/confirm-email", Map.of("token", token));
  }

  private Answer resend(String email) {
    return ticketing.visitor().post("/api/users/resend-confirmation", Map.of("email", email));
  }

  private Mailbox mailboxOf(String address) {
    return new Mailbox(ticketing, address);
  }

  private static boolean isVerified(User user) {
    return user.get("/api/users/currentuser")
        .expect(200)
        .json()
        .at("/currentUser/emailVerified")
        .asBoolean();
  }
}
