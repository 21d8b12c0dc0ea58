package dev.ticketing.auth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.User;
import dev.ticketing.contracts.error.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {

  private static final String NEW = "battery staple";
  private static final String SESSION = "session";

  private final Household house = new Household();

  @BeforeEach
  void withoutTheMailOfTheSignUp() {
    house.deliver();
  }

  @Test
  void whoeverKnowsTheCurrentPasswordSetsAnotherAndKeepsOnlyHisSession() {
    house.change.change(house.ann.id(), SESSION, Household.PASSWORD, NEW);
    assertTrue(house.passwords.matches(NEW, house.stored().passwordHash()));
    String others = house.ann.id() + " but " + SESSION;
    assertEquals(List.of(others, others), house.ended);
    assertEquals(Household.EMAIL, house.onlyMail().to());
  }

  @Test
  void aWrongCurrentPasswordChangesNothing() {
    refused(house.ann.id(), "incorrect horse");
    assertTrue(house.passwords.matches(Household.PASSWORD, house.stored().passwordHash()));
    assertEquals(List.of(), house.ended);
    assertEquals(List.of(), house.letters.posted);
  }

  @Test
  void whoeverHasNoPasswordHasNoCurrentOne() {
    Profile profile = new Profile("G", "User", "g@example.com");
    User user = User.signUp("0".repeat(24), profile, null, house.clock.instant());
    house.users.add(user);
    refused(user.id(), "");
  }

  @Test
  void ofTwoChangesAtOnceTheSecondIsRefused() {
    ChangePassword overtaken =
        new ChangePassword(
            house.users,
            house.passwords,
            house.post,
            Household.ending(
                (user, except) ->
                    house.users.change(
                        user, stored -> stored.setPassword("now:faster", house.clock.instant()))),
            house.clock);
    assertThrows(
        Refusal.class, () -> overtaken.change(house.ann.id(), SESSION, Household.PASSWORD, NEW));
    assertTrue(house.passwords.matches("faster", house.stored().passwordHash()));
    assertEquals(List.of(), house.letters.posted);
  }

  private void refused(String userId, String current) {
    Refusal refusal =
        assertThrows(Refusal.class, () -> house.change.change(userId, SESSION, current, NEW));
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
    assertEquals("currentPassword", refusal.body().errors().get(0).field());
  }
}
