package dev.ticketing.system.guarded;

import static dev.ticketing.system.guarded.GuardedServer.SIGN_UPS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.running.Together;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Many sign up at once, and meanwhile somebody asks how the server is. */
final class SignUpsAtOnce {

  private static final int HEALTH_QUESTIONS = 10;

  private SignUpsAtOnce() {}

  /**
   * @param megabytes of the server, asked before and after
   * @return how many were signed up
   */
  static long by(Visitor visitor, String limits, Supplier<OptionalLong> megabytes) {
    OptionalLong before = megabytes.get();
    List<Answer> answers =
        Together.each(
            SIGN_UPS + HEALTH_QUESTIONS,
            i ->
                i < SIGN_UPS
                    ? visitor.post("/api/users/signup", somebody())
                    : visitor.get("/health/live"));
    List<Answer> signUps = answers.subList(0, SIGN_UPS);
    long made = signUps.stream().filter(answer -> answer.status() == 201).count();
    OptionalLong after = megabytes.get();
    System.out.printf(
        "Of %d sign-ups at once, limits %s: %d made, the rest asked to come again; MB %s, then %s%n",
        SIGN_UPS, limits, made, text(before), text(after));
    answers.subList(SIGN_UPS, answers.size()).forEach(answer -> answer.expect(200));
    signUps.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(GuardedServer::assertAsksToWait);
    assertTrue(after.orElse(0) - before.orElse(0) < 300, "Memory grew");
    return made;
  }

  private static String text(OptionalLong megabytes) {
    return megabytes.isPresent() ? String.valueOf(megabytes.getAsLong()) : "?";
  }

  private static Map<String, String> somebody() {
    return Map.of(
        "firstName",
        "Ada",
        "lastName",
        "Lovelace",
        "email",
        User.newEmail(),
        "password",
        User.PASSWORD);
  }
}
