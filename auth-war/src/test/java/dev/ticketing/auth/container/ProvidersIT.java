package dev.ticketing.auth.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.application.UserView;
import dev.ticketing.auth.application.provider.Identities;
import dev.ticketing.auth.application.provider.SpentAttempts;
import dev.ticketing.auth.domain.Identity;
import dev.ticketing.auth.domain.Profile;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Patiently;
import dev.ticketing.testing.probe.Simultaneously;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Identities in the document store, on a server that has no agreement with any provider. */
@ExtendWith(ArquillianExtension.class)
class ProvidersIT {

  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00.123Z");
  private static final int THREADS = 8;

  @Inject private Identities identities;
  @Inject private SpentAttempts spent;
  @Inject private UserRepository users;

  @Deployment
  static EnterpriseArchive auth() {
    return AuthEar.build();
  }

  @BeforeEach
  void isReady() {
    Patiently.await().until(() -> Api.anonymous().get("/health/ready").statusCode() == 200);
  }

  @Test
  void aProviderThatIsNotConfiguredIsNotFound() {
    for (Provider provider : Provider.values()) {
      String path = "/api/users/" + provider.slug();
      assertNotFound(Api.anonymous().get(path));
      assertNotFound(Api.anonymous().get(path + "/callback?code=a&state=b"));
    }
    assertEquals("{\"providers\":[]}", Api.anonymous().get("/api/users/providers").body());
  }

  @Test
  void anIdentityIsFoundToItsLastDigit() {
    String subject = "9007199254740993" + System.nanoTime();
    User user = user(new Identity(Provider.GOOGLE, subject));
    users.add(user);
    assertEquals(
        Optional.of(user.id()),
        identities.find(new Identity(Provider.GOOGLE, subject)).map(UserView::id));
    assertTrue(identities.find(new Identity(Provider.FACEBOOK, subject)).isEmpty());
    assertTrue(identities.find(new Identity(Provider.GOOGLE, subject + "0")).isEmpty());
  }

  @Test
  void ofManyWhoTakeOneIdentityAtOnceOneGetsIt() {
    Identity identity = new Identity(Provider.FACEBOOK, Identifier.next());
    List<Boolean> added = Simultaneously.run(THREADS, thread -> () -> isAdded(user(identity)));
    assertEquals(1, added.stream().filter(yes -> yes).count());
  }

  @Test
  void anIdentityThatBelongsToAnotherUserCannotBeLinked() {
    Identity identity = new Identity(Provider.GOOGLE, Identifier.next());
    users.add(user(identity));
    User other = user(new Identity(Provider.FACEBOOK, Identifier.next()));
    users.add(other);
    List<Boolean> linked =
        Simultaneously.run(THREADS, thread -> () -> isLinked(other.id(), identity));
    assertEquals(0, linked.stream().filter(yes -> yes).count());
  }

  @Test
  void ofManyWaysBackAtOnceOneIsTheFirst() {
    String state = Identifier.next();
    Instant end = Instant.now().plusSeconds(60);
    List<Boolean> first = Simultaneously.run(THREADS, thread -> () -> spent.spend(state, end));
    assertEquals(1, first.stream().filter(yes -> yes).count());
  }

  private static void assertNotFound(HttpResponse<String> answer) {
    assertEquals(404, answer.statusCode());
    assertEquals("{\"errors\":[{\"message\":\"Not found\"}]}", answer.body());
  }

  private boolean isAdded(User user) {
    return succeeds(() -> users.add(user));
  }

  private boolean isLinked(String id, Identity identity) {
    return succeeds(() -> users.change(id, user -> user.link(identity, Instant.now())));
  }

  private static boolean succeeds(Runnable write) {
    try {
      write.run();
      return true;
    } catch (Refusal taken) {
      assertEquals(Refusal.Reason.CONFLICT, taken.reason());
      return false;
    }
  }

  private static User user(Identity identity) {
    Profile profile = new Profile("Grace", "Hopper", Identifier.next() + "@example.org");
    return User.signUpThrough(identity, Identifier.next(), profile, true, NOW);
  }
}
