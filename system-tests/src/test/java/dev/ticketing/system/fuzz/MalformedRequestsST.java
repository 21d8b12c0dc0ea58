package dev.ticketing.system.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.api.ApiDocument;
import dev.ticketing.system.api.Route;
import dev.ticketing.system.running.Seed;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in by any route is answered with a status that the document of the API names, in
 * JSON, without a failure of the server and without a word of its inside. {@code
 * -Dmalformed.requests=10000} sends as many; {@code -Dseed=} sends the same again.
 */
@SystemTest
class MalformedRequestsST {

  private static final int REQUESTS = Integer.getInteger("malformed.requests", 1_500);
  private static final int SHOWN = 20;

  private final Ticketing ticketing;

  MalformedRequestsST(Ticketing ticketing) {
    this.ticketing = ticketing;
  }

  @Test
  void everyMalformedRequestIsRefusedAsDocumented() throws IOException {
    List<Route> routes = ApiDocument.of(ticketing).routes();
    assertTrue(routes.size() > 10, routes::toString);
    assertTrue(routes.stream().anyMatch(route -> !route.fields().isEmpty()), "no fields are known");
    Random random = Seed.print("Malformed requests");
    Fuzzer fuzzer = new Fuzzer(random, new Fitting(ticketing));
    BareWire wire = new BareWire(ticketing.uri());
    List<String> wrong = new ArrayList<>();
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      Route route = routes.get(i % routes.size());
      BareRequest request = fuzzer.next(route);
      BareWire.Reply reply = wire.send(request);
      statuses.merge(reply.status(), 1, Integer::sum);
      Optional<String> verdict = Verdict.on(route, routes, request, reply);
      verdict.ifPresent(what -> wrong.add(what + ": " + request + " -> " + reply));
    }
    System.out.printf(
        "Malformed requests: %d over %d routes, answered %s%n", REQUESTS, routes.size(), statuses);
    assertEquals(
        0, wrong.size(), () -> String.join("\n", wrong.subList(0, Math.min(SHOWN, wrong.size()))));
  }
}
