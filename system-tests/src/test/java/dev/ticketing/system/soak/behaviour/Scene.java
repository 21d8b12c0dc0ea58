package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Wire;
import dev.ticketing.system.running.Together;
import dev.ticketing.system.soak.calls.Calls;
import dev.ticketing.system.soak.calls.NoAnswer;
import dev.ticketing.system.soak.calls.Reply;
import dev.ticketing.system.soak.market.Contradictions;
import dev.ticketing.system.soak.market.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Where somebody acts: their luck, the marketplace, the line to the servers, and the referee. */
public record Scene(Random random, Market market, Calls calls, Contradictions contradictions) {

  Reply send(String action, Function<Wire, Answer> request) {
    return calls.send(action, request);
  }

  /** The same request as often at once; without those whose answer was lost. */
  List<Reply> sendAtOnce(int times, String action, Function<Wire, Answer> request) {
    return Together.each(times, i -> tryTo(action, request)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Two requests at once; empty where the answer was lost. */
  List<Optional<Reply>> sendBoth(
      String one, Function<Wire, Answer> first, String other, Function<Wire, Answer> second) {
    List<Callable<Optional<Reply>>> both = new ArrayList<>();
    both.add(() -> tryTo(one, first));
    both.add(() -> tryTo(other, second));
    return Together.all(both);
  }

  private Optional<Reply> tryTo(String action, Function<Wire, Answer> request) {
    try {
      return Optional.of(calls.send(action, request));
    } catch (NoAnswer lost) {
      return Optional.empty();
    }
  }

  /** A double click, sometimes a triple one. */
  int fewTimes() {
    return 2 + random.nextInt(2);
  }

  <T> T oneOf(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  /** A price from 1.50 to 301.49, in cents. */
  long price() {
    return 150 + random.nextInt(30_000);
  }
}
