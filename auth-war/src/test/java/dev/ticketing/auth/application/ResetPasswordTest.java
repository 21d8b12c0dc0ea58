package dev.ticketing.auth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.domain.OneTimeToken;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.mail.Mail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResetPasswordTest {

  private static final String NEW = "battery staple";

  private final Household house = new Household();

  @BeforeEach
  void withoutTheMailOfTheSignUp() {
    house.deliver();
  }

  @Test
  void theMailLeadsToThePageWithATokenAndTellsWhoAsked() {
    house.ask.toResetPassword(Household.EMAIL, "203.0.113.7");
    Mail mail = house.onlyMail();
    assertEquals(Household.EMAIL, mail.to());
    assertEquals(
        "https://tickets.example/auth/reset?token=" + Household.tokenIn(mail),
        Household.linkIn(mail));
    assertTrue(mail.text().contains("203.0.113.7"), mail.text());
    assertTrue(mail.text().contains("30 minutes"), mail.text());
  }

  @Test
  void theMailCarriesNoWordsOfWhoeverAsked() {
    house.ask.toResetPassword(Household.EMAIL, "Click http://evil.example");
    assertFalse(house.onlyMail().text().contains("evil"));
  }

  @Test
  void nobodyIsWrittenToForAnUnknownAddressThoughTheLetterIsTakenDownAllTheSame() {
    house.ask.toResetPassword("bob@example.com", "203.0.113.7");
    assertEquals(List.of("RESET"), house.letters.kinds());
    assertEquals(List.of(), house.deliver());
  }

  @Test
  void noTokenIsInWhatIsStored() {
    String token = ask();
    assertFalse(house.letters.posted.toString().contains(token));
  }

  @Test
  void theTokenSetsThePasswordAndEndsAllSessions() {
    house.reset.reset(ask(), NEW);
    assertTrue(house.passwords.matches(NEW, house.stored().passwordHash()));
    String all = house.ann.id() + " but null";
    assertEquals(List.of(all, all), house.ended);
  }

  @Test
  void theUserIsToldThatThePasswordChanged() {
    house.reset.reset(ask(), NEW);
    Mail mail = house.onlyMail();
    assertEquals(Household.EMAIL, mail.to());
    assertTrue(mail.subject().contains("password"), mail.subject());
    assertFalse(mail.text().contains(NEW));
  }

  @Test
  void aTokenWorksOnce() {
    String token = ask();
    house.reset.reset(token, NEW);
    house.ended.clear();
    refused(token);
    assertEquals(List.of(), house.ended);
  }

  @Test
  void aNewRequestMakesTheEarlierTokenVoid() {
    String earlier = ask();
    String later = ask();
    refused(earlier);
    house.reset.reset(later, NEW);
  }

  @Test
  void aTokenIsGoodForThirtyMinutes() {
    String token = ask();
    house.clock.pass(Duration.ofMinutes(30));
    refused(token);
    token = ask();
    house.clock.pass(Duration.ofMinutes(30).minusMillis(1));
    house.reset.reset(token, NEW);
  }

  @Test
  void aTokenThatNobodySentIsRefusedAndNothingIsDone() {
    refused("nonsense");
    refused(OneTimeToken.next(house.ann.id()).text());
    refused(OneTimeToken.next("0".repeat(24)).text());
    assertEquals(List.of(), house.ended);
    assertEquals(List.of(), house.letters.posted);
  }

  @Test
  void aTokenIsOfNoUseForAnotherUser() {
    String token = ask();
    UserView bob =
        house.signUp.signUp(new Profile("Bob", "Lee", "bob@example.com"), Household.PASSWORD);
    refused(token.replace(house.ann.id(), bob.id()));
  }

  @Test
  void aTokenToAnAddressThatTheUserHasLeftIsVoid() {
    String token = ask();
    house.edit.edit(house.ann.id(), new Profile(null, null, "lee@example.com"));
    refused(token);
  }

  @Test
  void ofTwoWhoUseATokenAtOnceTheSecondIsRefusedAndNoMailSaysOtherwise() {
    String token = ask();
    ResetPassword overtaken =
        new ResetPassword(
            house.users,
            house.passwords,
            house.post,
            Household.ending(
                (user, except) -> {
                  if (house.ended.isEmpty()) {
                    house.ended.add("overtaken");
                    house.reset.reset(token, NEW);
                  }
                }),
            house.clock);
    assertThrows(Refusal.class, () -> overtaken.reset(token, "too late for that"));
    assertTrue(house.passwords.matches(NEW, house.stored().passwordHash()));
    assertEquals(List.of("PASSWORD_CHANGED"), house.letters.kinds());
  }

  private String ask() {
    house.ask.toResetPassword(Household.EMAIL, "203.0.113.7");
    List<Mail> mails = house.deliver();
    return Household.tokenIn(mails.get(mails.size() - 1));
  }

  private void refused(String token) {
    Refusal refusal = assertThrows(Refusal.class, () -> house.reset.reset(token, NEW));
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
    assertEquals("token", refusal.body().errors().get(0).field());
  }
}
