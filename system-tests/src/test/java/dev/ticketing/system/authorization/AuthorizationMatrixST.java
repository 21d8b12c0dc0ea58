package dev.ticketing.system.authorization;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketing.system.api.ApiDocument;
import dev.ticketing.system.api.Route;
import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route, taken by everybody who could try: what each of them is answered stands in
 * authorization.csv, a line for each route. A route that is new, or gone, makes this fail until the
 * table says so too.
 */
@SystemTest
class AuthorizationMatrixST {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ticketing ticketing;
  private final Cast cast;
  private final Things forReading;
  private final AtomicInteger cells = new AtomicInteger();

  AuthorizationMatrixST(Ticketing ticketing) {
    this.ticketing = ticketing;
    this.cast = new Cast(ticketing);
    this.forReading = new Things(cast);
  }

  @AfterAll
  void tell() {
    forReading.close();
    System.out.printf("Authorization: %d cells asserted%n", cells.get());
  }

  static Stream<Line> lines() {
    return Stream.concat(Table.lines().stream(), Table.aliases().stream());
  }

  @Test
  void theTableHasALineForEachRouteAndNoOther() {
    List<String> routes = ApiDocument.of(ticketing).routes().stream().map(Route::name).toList();
    List<String> inTable = Table.lines().stream().map(Line::route).distinct().toList();
    assertEquals("", Table.difference(routes, inTable));
    assertTrue(routes.size() > 10, routes::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void everybodyIsAnsweredAsTheTableSays(Line line) {
    assertAll(line.toString(), Arrays.stream(Actor.values()).map(actor -> () -> hold(line, actor)));
  }

  private void hold(Line line, Actor actor) throws JsonProcessingException {
    if (line.isReading()) {
      check(line, actor, forReading);
      return;
    }
    try (Things things = new Things(cast)) {
      check(line, actor, things);
    }
  }

  private void check(Line line, Actor actor, Things things) throws JsonProcessingException {
    Visitor visitor = line.endsSession() ? cast.inNewSession(actor) : cast.as(actor);
    String body = things.fill(line.body());
    Answer answer =
        visitor.send(
            line.method(), things.pathOf(line), body.isEmpty() ? null : JSON.readTree(body));
    int expected = line.expected().get(actor);
    assertEquals(
        expected, unlessSlow(answer.status()), () -> actor + " at " + line + ": " + answer.text());
    cells.incrementAndGet();
    letGo(line, visitor, answer);
  }

  /** On a busy machine a charge may be accepted, and created a little later. */
  private static int unlessSlow(int status) {
    return status == 202 ? 201 : status;
  }

  /** An order that was placed just to see whether one may. */
  private static void letGo(Line line, Visitor visitor, Answer answer) {
    boolean placed =
        answer.status() == 201 && line.body().contains("ticketId") && visitor instanceof User;
    if (placed) {
      ((User) visitor).cancel(answer.id()).expect(200);
    }
  }
}
