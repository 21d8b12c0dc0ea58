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
import java.util.function.ToLongFunction;
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
  private static final int IN_CI = 60;
  private static final int MOST = 500;
  private static final double TOLERANCE = 0.05;

  /** Of an answer after a millisecond or two. */
  private static final double SHORT_TOLERANCE = 0.25;

  private final Ticketing ticketing;

  SignInTimingST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @Test
  void aWrongSignInTakesAsLongForAnUnknownAddressAsForAKnownOne() {
    String known = ticketing.newUser().email();
    Comparison signIns =
        new Comparison(
            answers -> timed("signin", wrong(known), answers),
            answers -> timed("signin", wrong(User.newEmail()), answers));
    signIns.run(TOLERANCE);
    long withoutHash =
        Comparison.median(
            IntStream.range(0, IN_CI)
                .mapToObj(i -> timed("signin", Map.of("email", known), new HashSet<>()))
                .toList());
    System.out.printf("Wrong sign-ins, %s; %.1f ms without a hash%n", signIns, withoutHash / 1e6);

    assertEquals(1, signIns.answers.size(), signIns.answers::toString);
    assertTrue(signIns.differBy() <= TOLERANCE, signIns::toString);
    assertTrue(withoutHash < signIns.ofKnown() * (1 - 2 * TOLERANCE), "The clock tells nothing");
  }

  @Test
  void askingForAMailTakesAsLongForAnUnknownAddressAsForAKnownOne() {
    String known = ticketing.newUser().email();
    Comparison requests =
        new Comparison(
            answers -> timed("forgot-password", mail(known), answers),
            answers -> timed("forgot-password", mail(User.newEmail()), answers));
    requests.run(SHORT_TOLERANCE);
    System.out.println("Forgotten passwords, " + requests);

    assertEquals(1, requests.answers.size(), requests.answers::toString);
    assertTrue(requests.differBy() <= SHORT_TOLERANCE, requests::toString);
  }

  /** Two kinds of requests by turns, each kind as often before the other as after it. */
  private static final class Comparison {

    private final ToLongFunction<Set<String>> known;
    private final ToLongFunction<Set<String>> unknown;
    private final List<Long> knownNanos = new ArrayList<>();
    private final List<Long> unknownNanos = new ArrayList<>();
    private final Set<String> answers = new HashSet<>();

    Comparison(ToLongFunction<Set<String>> known, ToLongFunction<Set<String>> unknown) {
      this.known = known;
      this.unknown = unknown;
    }

    /** Goes on beyond the rounds of CI while noise, or more than that, keeps the medians apart. */
    void run(double tolerance) {
      IntStream.range(0, WARM_UP).forEach(i -> known.applyAsLong(answers));
      int rounds = Rounds.orInCi(IN_CI);
      for (int i = 0; i < rounds || i < MOST && differBy() > tolerance; i++) {
        if (i % 2 == 0) {
          knownNanos.add(known.applyAsLong(answers));
          unknownNanos.add(unknown.applyAsLong(answers));
        } else {
          unknownNanos.add(unknown.applyAsLong(answers));
          knownNanos.add(known.applyAsLong(answers));
        }
      }
    }

    long ofKnown() {
      return median(knownNanos);
    }

    double differBy() {
      return Math.abs((double) median(unknownNanos) / median(knownNanos) - 1);
    }

    static long median(List<Long> nanos) {
      return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
      return String.format(
          "%d each: medians %.2f ms known, %.2f ms unknown",
          knownNanos.size(), median(knownNanos) / 1e6, median(unknownNanos) / 1e6);
    }
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
}
