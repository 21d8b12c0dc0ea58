package dev.ticketing.contracts.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.error.Refusal.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(Reason.UNAUTHENTICATED, Refusal.unauthenticated("why")),
        Arguments.of(Reason.DECLINED, Refusal.declined("why")),
        Arguments.of(Reason.FORBIDDEN, Refusal.forbidden("why")),
        Arguments.of(Reason.NOT_FOUND, Refusal.notFound("why")),
        Arguments.of(Reason.CONFLICT, Refusal.conflict("why")),
        Arguments.of(Reason.OVERLOADED, Refusal.overloaded("why")),
        Arguments.of(Reason.TOO_MANY, Refusal.tooMany("why", Duration.ofSeconds(7))));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalHasItsReasonAndTellsWhyInTheErrorBody(Reason reason, Refusal refusal) {
    assertEquals(reason, refusal.reason());
    assertEquals(ErrorBody.of("why"), refusal.body());
    assertEquals("why", refusal.getMessage());
  }

  @Test
  void aRefusalOfOneFieldNamesIt() {
    ErrorBody body = new ErrorBody(List.of(new ErrorBody.Item("price is required", "price")));
    Refusal invalid = Refusal.invalid("price", "price is required");
    Refusal conflict = Refusal.conflict("price", "price is required");

    assertEquals(Reason.INVALID, invalid.reason());
    assertEquals(body, invalid.body());
    assertEquals(Reason.CONFLICT, conflict.reason());
    assertEquals(body, conflict.body());
  }

  @Test
  void onlyWhoDoesTooMuchIsToldWhenToComeAgain() {
    Refusal refusal = Refusal.tooMany("why", Duration.ofSeconds(7));
    assertEquals(Optional.of(Duration.ofSeconds(7)), refusal.retryAfter());
    assertEquals(Optional.empty(), Refusal.conflict("why").retryAfter());
  }

  @Test
  void aRefusalOfSeveralFieldsTellsAllOfThem() {
    List<ErrorBody.Item> items =
        List.of(new ErrorBody.Item("a is bad", "a"), new ErrorBody.Item("b is bad", "b"));
    assertEquals(items, Refusal.invalid(items).body().errors());
  }

  @Test
  void aRefusalIsAnAnswerAndCarriesNoStackTrace() {
    assertEquals(0, Refusal.notFound("why").getStackTrace().length);
  }

  @Test
  void theErrorsOfABodyCannotBeChangedAfterwards() {
    List<ErrorBody.Item> items = new ArrayList<>(List.of(new ErrorBody.Item("bad", null)));
    ErrorBody body = new ErrorBody(items);
    items.clear();

    assertEquals(1, body.errors().size());
    assertThrows(UnsupportedOperationException.class, () -> body.errors().clear());
  }
}
