package dev.ticketing.auth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.domain.OneTimeToken;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.mail.Mail;
import dev.ticketing.platform.mail.NotYet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmEmailTest {

  private static final String NEW_EMAIL = "lee@example.com";

  private final Household house = new Household();

  @Test
  void aSignUpIsMailedAToken() {
    Mail mail = house.onlyMail();
    assertEquals(Household.EMAIL, mail.to());
    assertTrue(Household.linkIn(mail).startsWith("https://tickets.example/auth/confirm?token="));
    assertFalse(house.ann.emailVerified());
    house.confirm.confirm(Household.tokenIn(mail));
    assertTrue(house.stored().emailVerified());
  }

  @Test
  void noWordsOfTheUsersAreInAMail() {
    assertFalse(house.onlyMail().text().contains("Ann"));
  }

  @Test
  void aTokenWorksOnceAndForThreeDays() {
    String token = Household.tokenIn(house.onlyMail());
    house.clock.pass(Duration.ofDays(3));
    refused(token);
    token = askAgain();
    house.clock.pass(Duration.ofDays(3).minusMillis(1));
    house.confirm.confirm(token);
    refused(token);
  }

  @Test
  void aTokenThatNobodySentIsRefused() {
    refused("nonsense");
    refused(OneTimeToken.next(house.ann.id()).text());
    refused(OneTimeToken.next("0".repeat(24)).text());
  }

  @Test
  void whoeverAsksAgainGetsAnotherTokenAndTheEarlierIsVoid() {
    String earlier = Household.tokenIn(house.onlyMail());
    String later = askAgain();
    refused(earlier);
    house.confirm.confirm(later);
  }

  @Test
  void nothingIsMailedToAnAddressThatIsConfirmedOrUnknown() {
    house.confirm.confirm(Household.tokenIn(house.onlyMail()));
    house.ask.toConfirm(Household.EMAIL);
    house.ask.toConfirm("bob@example.com");
    assertEquals(2, house.letters.posted.size());
    assertEquals(List.of(), house.deliver());
  }

  @Test
  void aSignUpThatIsRefusedMailsNothing() {
    house.deliver();
    Profile sameAddress = new Profile("Eve", "Lee", Household.EMAIL);
    assertThrows(Refusal.class, () -> house.signUp.signUp(sameAddress, Household.PASSWORD));
    assertEquals(List.of(), house.letters.posted);
  }

  @Test
  void aNewAddressIsAskedToBeConfirmedAndTheFormerOneIsTold() {
    house.confirm.confirm(Household.tokenIn(house.onlyMail()));
    house.clock.pass(Duration.ofDays(1));
    assertFalse(house.edit.edit(house.ann.id(), profile(NEW_EMAIL)).emailVerified());
    List<Mail> mails = house.deliver();
    assertEquals(List.of(Household.EMAIL, NEW_EMAIL), mails.stream().map(Mail::to).toList());
    assertFalse(mails.get(0).text().contains(NEW_EMAIL), "The new address is nobody's business");
    house.confirm.confirm(Household.tokenIn(mails.get(1)));
    assertTrue(house.stored().emailVerified());
  }

  @Test
  void theFormerAddressIsToldThoughTheNextChangeFollowsAtOnce() {
    house.deliver();
    house.clock.pass(Duration.ofDays(1));
    house.edit.edit(house.ann.id(), profile(NEW_EMAIL));
    house.clock.pass(Duration.ofMillis(1));
    house.edit.edit(house.ann.id(), profile("third@example.com"));
    List<String> told = house.deliver().stream().map(Mail::to).toList();
    assertTrue(told.contains(Household.EMAIL), told::toString);
  }

  @Test
  void anEditWithoutANewAddressMailsNothing() {
    house.deliver();
    house.edit.edit(house.ann.id(), new Profile("Anna", null, null));
    house.edit.edit(house.ann.id(), profile(Household.EMAIL));
    assertEquals(List.of(), house.letters.posted);
  }

  @Test
  void aLetterAboutASignUpThatIsStillUnderwayWaitsAndOneThatNeverCameAboutIsDropped() {
    house.deliver();
    house.post.confirmation("0".repeat(24), house.clock.instant());
    assertThrows(NotYet.class, house::deliver);
    house.clock.pass(Duration.ofSeconds(15));
    assertEquals(List.of(), house.deliver());
  }

  @Test
  void aLetterAboutAChangeThatIsStillUnderwayWaitsAndOneThatNeverCameAboutIsDropped() {
    house.deliver();
    house.clock.pass(Duration.ofDays(1));
    house.post.passwordChanged(house.ann.id(), house.clock.instant());
    assertThrows(NotYet.class, house::deliver);
    house.clock.pass(Duration.ofSeconds(15));
    assertEquals(List.of(), house.deliver());
  }

  private String askAgain() {
    house.ask.toConfirm(Household.EMAIL);
    return Household.tokenIn(house.onlyMail());
  }

  private void refused(String token) {
    Refusal refusal = assertThrows(Refusal.class, () -> house.confirm.confirm(token));
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
    assertEquals("token", refusal.body().errors().get(0).field());
  }

  private static Profile profile(String email) {
    return new Profile(null, null, email);
  }
}
