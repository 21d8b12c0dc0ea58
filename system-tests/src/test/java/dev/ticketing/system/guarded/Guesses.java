package dev.ticketing.system.guarded;

import static dev.ticketing.system.guarded.GuardedServer.GUESSES;
import static dev.ticketing.system.guarded.GuardedServer.anAddress;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Browser;
import dev.ticketing.system.client.Neighbour;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many passwords are tried. A window may end in between, and another begin. */
final class Guesses {

  private static final int AT_MANY_ACCOUNTS = 100;
  private static final int REFUSED_AT_LEAST =
      AT_MANY_ACCOUNTS - 2 * GuardedServer.GUESSES_OF_AN_ADDRESS;

  private final GuardedServer server;

  Guesses(GuardedServer server) {
    this.server = server;
  }

  void thirtyAtOneAccount(User victim, User neighbour) {
    String here = anAddress();
    List<Answer> known = guess(victim.email(), here, 30);
    List<Answer> unknown = guess(User.newEmail(), anAddress(), 30);

    assertFewAreLookedAt(known);
    assertFewAreLookedAt(unknown);
    assertEquals(texts(known, 429), texts(unknown, 429));
    assertEquals(texts(known, 400), texts(unknown, 400));
    server.signIn(neighbour, here).expect(200);
  }

  void signsInAgainLater(User victim) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> server.signIn(victim, anAddress()).status() == 200);
  }

  void atManyAccounts() {
    String here = anAddress();
    long refused =
        IntStream.range(0, AT_MANY_ACCOUNTS)
            .mapToObj(i -> server.signIn(User.newEmail(), "wrong", here))
            .filter(answer -> answer.status() == 429)
            .peek(GuardedServer::assertAsksToWait)
            .count();

    assertTrue(refused >= REFUSED_AT_LEAST, () -> "429: " + refused);
    server.signIn(User.newEmail(), "wrong", anAddress()).expect(400);
  }

  /** Begins to sign in at a provider and comes back with nothing, as often as it can. */
  void atAProvider() {
    String here = anAddress();
    long refused =
        IntStream.range(0, AT_MANY_ACCOUNTS)
            .mapToObj(i -> comeBackEmptyHanded(here))
            .filter(answer -> answer.status() != 302)
            .peek(GuardedServer::assertAsksToWait)
            .count();

    assertTrue(refused >= REFUSED_AT_LEAST, () -> "429: " + refused);
    comeBackEmptyHanded(anAddress()).expect(302);
  }

  private Answer comeBackEmptyHanded(String address) {
    Browser browser = new Browser(server.uri());
    Map<String, String> from = Map.of("X-Forwarded-For", address);
    String there = browser.get("/api/users/google", from).expect(302).header("Location");
    String state = there.replaceFirst(".*[?&]state=([^&]+).*", "$1");
    return browser.get("/api/users/google/callback?error=access_denied&state=" + state, from);
  }

  /** By somebody who says each time that he is a proxy, and for another client. */
  void atManyAccountsByAnUntrustedPeer() {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < AT_MANY_ACCOUNTS; i++) {
      answers.add(
          Neighbour.post(
              server.uri(),
              "/api/users/signin",
              Map.of("X-Forwarded-For", anAddress(), "X-Forwarded-Proto", "https"),
              "{\"email\":\"" + User.newEmail() + "\",\"password\":\"wrong\"}"));
    }
    long refused = answers.stream().filter(text -> text.startsWith("HTTP/1.1 429")).count();
    assertTrue(refused > 0, () -> "429: " + refused);
    assertTrue(answers.stream().noneMatch(text -> text.contains("Strict-Transport-Security")));
  }

  private List<Answer> guess(String email, String address, int times) {
    return Together.each(times, i -> server.signIn(email, "wrong", address));
  }

  private static void assertFewAreLookedAt(List<Answer> answers) {
    long lookedAt = answers.stream().filter(answer -> answer.status() == 400).count();
    assertTrue(lookedAt >= GUESSES && lookedAt <= 2 * GUESSES, () -> lookedAt + " looked at");
    List<Answer> refused = answers.stream().filter(answer -> answer.status() != 400).toList();
    assertFalse(refused.isEmpty());
    refused.forEach(GuardedServer::assertAsksToWait);
  }

  private static List<String> texts(List<Answer> answers, int status) {
    return answers.stream()
        .filter(answer -> answer.status() == status)
        .map(Answer::text)
        .distinct()
        .toList();
  }
}
