package dev.ticketing.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.UserEvent;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.EventSchemas;
import java.time.Instant;
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
}
