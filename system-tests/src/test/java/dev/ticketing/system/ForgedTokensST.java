package dev.ticketing.system;

import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Forger;
import dev.ticketing.system.running.Services;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No service takes a token that the server did not sign just so, or that is over. */
@SystemTest
class ForgedTokensST {

  private static final Map<String, Function<Forger, String>> FORGERIES =
      Map.ofEntries(
          Map.entry("alg none", Forger::unsigned),
          Map.entry("HS256 by the public key", Forger::signedByThePublicKey),
          Map.entry("another issuer", Forger::ofAnotherIssuer),
          Map.entry("another audience", Forger::forAnotherAudience),
          Map.entry("another key id", Forger::ofAnotherKeyId),
          Map.entry("no key id", Forger::withoutKeyId),
          Map.entry("another key under the id of ours", Forger::signedBySomebodyElse),
          Map.entry("expired 11 seconds ago", f -> f.expiredFor(Duration.ofSeconds(11))),
          Map.entry("no expiry", Forger::withoutExpiry),
          Map.entry("another user's id", Forger::tampered),
          Map.entry("truncated", Forger::truncated),
          Map.entry("no signature", Forger::cutOff));

  private final User user;
  private final Forger forger;

  ForgedTokensST(Ticketing ticketing) {
    this.user = ticketing.newUser();
    this.forger = new Forger(ticketing.machinery().stack().keys(), user.token());
  }

  static Stream<String> forgeries() {
    return FORGERIES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void isRefusedByEveryService(String forgery) {
    String token = FORGERIES.get(forgery).apply(forger);

    Services.allAnswer(401, user.withToken(token));
    Services.allAnswer(401, user.withCookie("ticketing_token=" + token));
  }

  @Test
  void controlWhatTheForgerSignsRightlyIsTaken() {
    Services.allAnswer(200, user);
    Services.allAnswer(200, user.withToken(forger.expiredFor(Duration.ofMinutes(-5))));
    Services.allAnswer(200, user.withToken(forger.expiredFor(Duration.ofSeconds(3))));
  }
}
