package dev.ticketing.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Rounds;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whether a clock tells known from unknown addresses. Both kinds take turns, so that whatever else
 * the machine does concerns them alike. What is refused before any password is hashed shows that
 * the clock would tell.
 */
@SystemTest
class SignInTimingST {

  private static final int WARM_UP = 10;
  private static final double TOLERANCE = 0.05;

  /** Of an answer after a millisecond or two. */
  private static final double SHORT_TOLERANCE = 0.25;

  private final Ticketing ticketing;

  SignInTimingST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @Test
  void aWrongSignInTakesAsLongForAnUnknownAddressAsForAKnownOne() {
    int rounds = Rounds.orInCi(60);
    String known = ticketing.newUser().email();
    Set<String> answers = new HashSet<>();
    IntStream.range(0, WARM_UP).forEach(i -> timed("signin", wrong(known), answers));
    List<Long> ofKnown = new ArrayList<>();
    List<Long> ofUnknown = new ArrayList<>();
    List<Long> unhashed = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      ofKnown.add(timed("signin", wrong(known), answers));
      ofUnknown.add(timed("signin", wrong(User.newEmail()), answers));
      unhashed.add(timed("signin", Map.of("email", known, "password", ""), new HashSet<>()));
    }
    System.out.printf(
        "Wrong sign-ins, %d each: medians %.1f ms known, %.1f ms unknown, %.1f ms without a hash%n",
        rounds, millis(ofKnown), millis(ofUnknown), millis(unhashed));

    assertEquals(1, answers.size(), answers::toString);
    assertAlike(ofKnown, ofUnknown, TOLERANCE);
    assertTrue(millis(unhashed) < millis(ofKnown) * (1 - 2 * TOLERANCE), "The clock tells nothing");
  }

  @Test
  void askingForAMailTakesAsLongForAnUnknownAddressAsForAKnownOne() {
    int rounds = Rounds.orInCi(60);
    String known = ticketing.newUser().email();
    Set<String> answers = new HashSet<>();
    IntStream.range(0, WARM_UP).forEach(i -> timed("forgot-password", mail(known), answers));
    List<Long> ofKnown = new ArrayList<>();
    List<Long> ofUnknown = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      ofKnown.add(timed("forgot-password", mail(known), answers));
      ofUnknown.add(timed("forgot-password", mail(User.newEmail()), answers));
    }
    System.out.printf(
        "Forgotten passwords, %d each: medians %.2f ms known, %.2f ms unknown%n",
        rounds, millis(ofKnown), millis(ofUnknown));

    assertEquals(1, answers.size(), answers::toString);
    assertAlike(ofKnown, ofUnknown, SHORT_TOLERANCE);
  }

  private long timed(String path, Map<String, String> body, Set<String> answers) {
    long begin = System.nanoTime();
    Answer answer = ticketing.visitor().post("/api/users/" + path, body);
    long took = System.nanoTime() - begin;
    answers.add(answer.status() + " " + answer.text() + " " + answer.headers().keySet());
    return took;
  }

  private static Map<String, String> wrong(String email) {
    return Map.of("email", email, "password", "incorrect horse");
  }

  private static Map<String, String> mail(String email) {
    return Map.of("email", email);
  }

  private static void assertAlike(List<Long> known, List<Long> unknown, double tolerance) {
    double ratio = millis(unknown) / millis(known);
    assertTrue(Math.abs(ratio - 1) <= tolerance, "unknown / known = " + ratio);
  }

  private static double millis(List<Long> nanos) {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1e6;
  }
}
