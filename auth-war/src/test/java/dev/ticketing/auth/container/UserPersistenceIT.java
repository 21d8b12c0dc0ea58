package dev.ticketing.auth.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.domain.OneTimeToken;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.User;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.AggregateRules;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Patiently;
import dev.ticketing.testing.probe.Simultaneously;
import jakarta.inject.Inject;
import jakarta.persistence.EntityExistsException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users in the container, through Hibernate OGM and into the document store. */
@ExtendWith(ArquillianExtension.class)
class UserPersistenceIT {

  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00.123Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final int THREADS = 8;

  @Inject private AuthUnit unit;
  private AggregateRules<User> rules;

  @Deployment
  static EnterpriseArchive auth() {
    return AuthEar.build();
  }

  @BeforeEach
  void ofUsers() {
    rules =
        new AggregateRules<>(
            User.class, unit.factory(), "auth", () -> user(Identifier.next() + "@example.org"));
    Patiently.await().until(() -> Api.anonymous().get("/health/ready").statusCode() == 200);
  }

  @Test
  void everyFieldIsFoundAsItWasWritten() {
    User written = rules.added();
    Instant later = NOW.plusSeconds(1);
    rules.store().change(written.id(), user -> user.edit(new Profile("Eve", null, null), later));
    User found = rules.found(written.id());
    assertEquals("Eve", found.firstName());
    assertEquals("Lovelace", found.lastName());
    assertEquals(written.email(), found.email());
    assertEquals("hash", found.passwordHash());
    assertEquals(NOW, found.createdAt());
    assertEquals(later, found.updatedAt());
    assertEquals(1, found.version());
  }

  @Test
  void loadingAUserAndCommittingLeavesItsVersion() {
    rules.loadingAndCommittingLeavesTheVersion();
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    rules.anIdThatIsTakenIsRefused();
  }

  @Test
  void anEmailThatIsTakenIsRefused() {
    String email = rules.added().email();
    assertThrows(EntityExistsException.class, () -> rules.store().add(user(email)));
  }

  @Test
  void ofManyWhoTakeOneEmailAtOnceOneGetsIt() {
    String email = Identifier.next() + "@example.org";
    List<Boolean> added = Simultaneously.run(THREADS, thread -> () -> isAdded(user(email)));
    assertEquals(1, added.stream().filter(yes -> yes).count());
  }

  @Test
  void ofManyChangesAtOnceNoneIsLost() {
    rules.ofManyChangesAtOnceNoneIsLost(
        user -> user.rehash(user.passwordHash(), "hash " + user.version()));
  }

  @Test
  void whatAUserTellsIsInItsDocumentUntilItIsPublished() {
    rules.whatItTellsIsInItsDocumentUntilItIsPublished(
        user -> user.edit(new Profile("Eve", null, null), NOW), EventType.UserUpdated);
  }

  @Test
  void whatWasMailedToAUserIsRememberedAsItWasWrittenAndLoadingItLeavesTheVersion() {
    String id = rules.added().id();
    OneTimeToken reset = OneTimeToken.next(id);
    OneTimeToken confirmation = OneTimeToken.next(id);
    rules
        .store()
        .change(
            id,
            user -> {
              user.expectReset(reset, LATER);
              user.expectConfirmation(confirmation, LATER);
            });
    rules.store().change(id, unchanged -> {});
    assertEquals(1, rules.found(id).version());
    assertTrue(rules.found(id).canReset(reset, LATER.minusMillis(1)));
    assertFalse(rules.found(id).canReset(reset, LATER));
    assertFalse(rules.found(id).canReset(confirmation, NOW));

    rules.store().change(id, user -> user.confirmEmail(confirmation, NOW));
    rules.store().change(id, user -> user.appoint(NOW));

    assertTrue(rules.found(id).emailVerified());
    assertTrue(rules.found(id).isAdmin());
    assertTrue(rules.found(id).hasPasswordSince(NOW));
    assertTrue(rules.found(id).hasEmailSince(NOW));
    assertFalse(rules.found(id).hasEmailSince(LATER));
  }

  @Test
  void ofManyWhoUseOneTokenAtOnceOneSetsThePassword() {
    String id = rules.added().id();
    OneTimeToken token = OneTimeToken.next(id);
    rules.store().change(id, user -> user.expectReset(token, LATER));

    List<Boolean> set = Simultaneously.run(THREADS, thread -> () -> isSet(token, "hash " + thread));

    assertEquals(1, set.stream().filter(yes -> yes).count());
  }

  @Test
  void aUserFromBeforeThereWereAdminsIsNoneAndUnverified() {
    String id = Identifier.next();
    Documents.of("auth", "users")
        .insertOne(
            new Document("_id", id)
                .append("version", 0L)
                .append("firstName", "Ada")
                .append("lastName", "Lovelace")
                .append("email", id + "@example.org"));
    assertFalse(rules.found(id).emailVerified());
    assertFalse(rules.found(id).isAdmin());
    assertFalse(rules.found(id).hasEmailSince(NOW));
  }

  private boolean isSet(OneTimeToken token, String hash) {
    AtomicBoolean set = new AtomicBoolean();
    rules.store().change(token.userId(), user -> set.set(user.resetPassword(token, hash, NOW)));
    return set.get();
  }

  private boolean isAdded(User user) {
    try {
      rules.store().add(user);
      return true;
    } catch (EntityExistsException e) {
      return false;
    }
  }

  private static User user(String email) {
    return User.signUp(Identifier.next(), new Profile("Ada", "Lovelace", email), "hash", NOW);
  }
}
