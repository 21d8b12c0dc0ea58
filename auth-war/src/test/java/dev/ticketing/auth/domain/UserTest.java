package dev.ticketing.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.UserEvent;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.EventSchemas;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String ID = "0123456789abcdef01234567";

  private final User user =
      User.signUp(ID, new Profile("Ann", "Lee", "ann@example.com"), "old-hash", NOW);

  @Test
  void signingUpTellsWhoTheUserIs() {
    assertEquals(1, user.outbox().size());
    assertEquals(
        new UserEvent.UserCreated(new UserEvent.User(ID, "Ann", "Lee", "ann@example.com")),
        user.outbox().get(0).data());
    assertEquals(NOW, user.createdAt());
  }

  @Test
  void noEventCarriesThePasswordAndEachKeepsItsSchema() {
    user.edit(new Profile("Anna", null, null), LATER);
    EventSchemas schemas = new EventSchemas();
    user.outbox()
        .forEach(
            event -> {
              String json = EventJson.write(event);
              assertEquals(event, schemas.read(json));
              assertFalse(json.contains("hash"), json);
            });
  }

  @Test
  void anEditChangesOnlyWhatItNamesAndTellsTheWholeProfile() {
    user.edit(new Profile(null, "Smith", null), LATER);
    assertEquals(EventType.UserUpdated, user.outbox().get(1).type());
    assertEquals(
        new UserEvent.UserUpdated(new UserEvent.User(ID, "Ann", "Smith", "ann@example.com")),
        user.outbox().get(1).data());
    assertEquals(LATER, user.updatedAt());
  }

  @Test
  void anEditThatChangesNothingTellsNothing() {
    user.edit(new Profile("Ann", null, "ann@example.com"), LATER);
    assertEquals(1, user.outbox().size());
    assertEquals(NOW, user.updatedAt());
  }

  @Test
  void aNewHashReplacesOnlyTheOneItWasMadeFor() {
    user.rehash("another-hash", "new-hash");
    assertEquals("old-hash", user.passwordHash());
    user.rehash("old-hash", "new-hash");
    assertEquals("new-hash", user.passwordHash());
    assertEquals(1, user.outbox().size());
  }

  @Test
  void aResetTokenSetsThePasswordOnceAndShowsThatTheAddressIsTheUsers() {
    OneTimeToken token = OneTimeToken.next(ID);
    user.expectReset(token, LATER);
    assertTrue(user.resetPassword(token, "new-hash", NOW));
    assertFalse(user.resetPassword(token, "newer-hash", NOW));
    assertEquals("new-hash", user.passwordHash());
    assertTrue(user.emailVerified());
  }

  @Test
  void aResetTokenIsGoodUntilItsTimeAndNoLonger() {
    OneTimeToken token = OneTimeToken.next(ID);
    user.expectReset(token, LATER);
    assertTrue(user.canReset(token, LATER.minusMillis(1)));
    assertFalse(user.resetPassword(token, "new-hash", LATER));
    assertEquals("old-hash", user.passwordHash());
  }

  @Test
  void aNewResetTokenMakesTheEarlierOneVoid() {
    OneTimeToken earlier = OneTimeToken.next(ID);
    OneTimeToken later = OneTimeToken.next(ID);
    user.expectReset(earlier, LATER);
    user.expectReset(later, LATER);
    assertFalse(user.canReset(earlier, NOW));
    assertTrue(user.canReset(later, NOW));
  }

  @Test
  void aTokenIsGoodForItsPurposeOnly() {
    OneTimeToken token = OneTimeToken.next(ID);
    user.expectConfirmation(token, LATER);
    assertFalse(user.resetPassword(token, "new-hash", NOW));
    user.expectReset(token, LATER);
    assertTrue(user.confirmEmail(token, NOW));
    assertFalse(user.confirmEmail(token, NOW));
  }

  @Test
  void aChangedPasswordMakesAResetTokenVoid() {
    OneTimeToken token = OneTimeToken.next(ID);
    user.expectReset(token, LATER);
    user.setPassword("new-hash", NOW);
    assertFalse(user.canReset(token, NOW));
  }

  @Test
  void aChangedAddressIsUnverifiedAndWhatWasMailedToTheOldOneIsVoid() {
    OneTimeToken token = OneTimeToken.next(ID);
    user.verifyEmail();
    user.expectReset(token, LATER);
    user.expectConfirmation(token, LATER);
    user.edit(new Profile(null, null, "lee@example.com"), NOW);
    assertFalse(user.emailVerified());
    assertFalse(user.canReset(token, NOW));
    assertFalse(user.confirmEmail(token, NOW));
  }

  @Test
  void anEditWithTheSameAddressLeavesItVerified() {
    user.verifyEmail();
    user.edit(new Profile("Anna", null, "ann@example.com"), LATER);
    assertTrue(user.emailVerified());
    assertFalse(user.hasEmailSince(LATER));
  }

  @Test
  void onlyAVerifiedAddressMakesAnAdmin() {
    assertFalse(user.appoint(NOW));
    assertFalse(user.isAdmin());
    user.verifyEmail();
    assertTrue(user.appoint(NOW));
    assertTrue(user.isAdmin());
  }

  @Test
  void noSecretIsInATokensNameOrInWhatIsStoredOfIt() {
    OneTimeToken token = OneTimeToken.next(ID);
    String secret = token.text().substring(ID.length() + 1);
    assertFalse(token.toString().contains(secret));
    PendingTokenConverter converter = new PendingTokenConverter();
    String stored = converter.convertToDatabaseColumn(PendingToken.of(token, LATER));
    assertFalse(stored.contains(secret));
    assertEquals(PendingToken.of(token, LATER), converter.convertToEntityAttribute(stored));
    assertNull(converter.convertToDatabaseColumn(null));
    assertNull(converter.convertToEntityAttribute(null));
  }

  @Test
  void aUserIsLinkedToOneIdentityOfEachProvider() {
    assertTrue(user.link(new Identity(Provider.GOOGLE, "1"), NOW));
    assertTrue(user.link(new Identity(Provider.GOOGLE, "1"), NOW));
    assertFalse(user.link(new Identity(Provider.GOOGLE, "2"), NOW));
    assertTrue(user.link(new Identity(Provider.FACEBOOK, "2"), NOW));
    assertEquals("1", user.subjectAt(Provider.GOOGLE));
    assertEquals("2", user.subjectAt(Provider.FACEBOOK));
  }

  @Test
  void whoProvesTheAddressFirstByAResetShutsOutIdentitiesLinkedBeforeAndNoOthers() {
    user.link(new Identity(Provider.GOOGLE, "squatter"), NOW);
    reset();
    assertNull(user.subjectAt(Provider.GOOGLE));
    user.link(new Identity(Provider.GOOGLE, "owner"), NOW);
    reset();
    assertEquals("owner", user.subjectAt(Provider.GOOGLE));
  }

  @Test
  void whoMaySignInAndWhatHeMayDoLeavesATrace() {
    Identity google = new Identity(Provider.GOOGLE, "1");
    user.link(google, NOW);
    user.link(google, NOW);
    user.link(new Identity(Provider.GOOGLE, "2"), NOW);
    user.appoint(NOW);
    reset();
    user.appoint(NOW);
    user.appoint(NOW);
    assertEquals(
        List.of(
            "UserCreated",
            "IdentityLinked google",
            "PasswordSet",
            "IdentitiesUnlinked",
            "AdminAppointed"),
        user.trail().stream()
            .map(entry -> entry.what() + (entry.detail() == null ? "" : " " + entry.detail()))
            .toList());
    assertEquals(ID, user.trail().get(1).origin().who());
  }

  private void reset() {
    OneTimeToken token = OneTimeToken.next(ID);
    user.expectReset(token, LATER);
    assertTrue(user.resetPassword(token, "new-hash", NOW));
  }
}
