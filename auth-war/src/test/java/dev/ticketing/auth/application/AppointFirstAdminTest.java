package dev.ticketing.auth.application;

import static dev.ticketing.auth.application.AppointFirstAdmin.Outcome.ADMIN_EXISTS;
import static dev.ticketing.auth.application.AppointFirstAdmin.Outcome.APPOINTED;
import static dev.ticketing.auth.application.AppointFirstAdmin.Outcome.EMAIL_MALFORMED;
import static dev.ticketing.auth.application.AppointFirstAdmin.Outcome.EMAIL_UNVERIFIED;
import static dev.ticketing.auth.application.AppointFirstAdmin.Outcome.PASSWORD_UNFIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AppointFirstAdminTest {

  private static final String CHIEF = "chief@example.com";
  private static final String PASSWORD = "battery staple";

  private final Household house = new Household();
  private final UserDirectory directory = house.users.directory();
  private final AppointFirstAdmin first =
      new AppointFirstAdmin(
          house.users.roster(), directory, house.users, house.passwords, house.clock);

  @Test
  void whereThereIsNoAdminTheOneWhoIsNamedSignsInAsOne() {
    assertEquals(APPOINTED, first.appoint(" Chief@Example.com ", PASSWORD));
    UserView admin = new SignIn(directory, house.users, house.passwords).signIn(CHIEF, PASSWORD);
    assertEquals(List.of("user", "admin"), admin.roles());
    assertTrue(admin.emailVerified());
    assertEquals(List.of("user"), house.ann.roles());
  }

  @Test
  void thereIsOneFirstAdmin() {
    first.appoint(CHIEF, PASSWORD);
    assertEquals(ADMIN_EXISTS, first.appoint(CHIEF, PASSWORD));
    assertEquals(ADMIN_EXISTS, first.appoint("second@example.com", PASSWORD));
    assertTrue(directory.findAccount("second@example.com").isEmpty());
  }

  @Test
  void whoeverHasSignedUpWithTheAddressIsAppointedOnlyOnceItIsKnownToBeHis() {
    String hash = house.stored().passwordHash();
    assertEquals(EMAIL_UNVERIFIED, first.appoint(Household.EMAIL, PASSWORD));
    assertFalse(house.stored().isAdmin());
    house.stored().verifyEmail();
    assertEquals(APPOINTED, first.appoint(Household.EMAIL, PASSWORD));
    assertTrue(house.stored().isAdmin());
    assertEquals(hash, house.stored().passwordHash());
  }

  @Test
  void anAddressThatIsNoneAndAPasswordThatMayNotBeChosenMakeNoAdmin() {
    assertEquals(EMAIL_MALFORMED, first.appoint("chief", PASSWORD));
    assertEquals(PASSWORD_UNFIT, first.appoint(CHIEF, "password1"));
    assertEquals(PASSWORD_UNFIT, first.appoint(CHIEF, ""));
    assertFalse(house.users.roster().hasAdmin());
  }
}
