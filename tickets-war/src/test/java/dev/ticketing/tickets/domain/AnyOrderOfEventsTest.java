package dev.ticketing.tickets.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.event.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyOrderOfEventsTest {

  private record Said(OrderEvent event, long version) {}

  private static final Said FIRST_CREATED = new Said(Sales.created(Sales.first()), 0);
  private static final Said FIRST_CANCELLED = new Said(Sales.cancelled(Sales.first()), 1);
  private static final Said NEXT_CREATED = new Said(Sales.created(Sales.next()), 0);
  private static final Said NEXT_AWAITING = new Said(Sales.awaiting(Sales.next()), 1);
  private static final Said NEXT_COMPLETED = new Said(Sales.completed(Sales.next()), 2);
  private static final Said NEXT_EXPIRED = new Said(Sales.expired(Sales.next()), 1);

  static Stream<Arguments> histories() {
    List<Said> first = List.of(FIRST_CREATED, FIRST_CANCELLED);
    return Stream.of(
        Arguments.of(first, TicketStatus.AVAILABLE, null),
        Arguments.of(plus(first, NEXT_CREATED), TicketStatus.RESERVED, Sales.NEXT_ORDER),
        Arguments.of(plus(first, NEXT_CREATED, NEXT_EXPIRED), TicketStatus.AVAILABLE, null),
        Arguments.of(
            plus(first, NEXT_CREATED, NEXT_AWAITING, NEXT_COMPLETED),
            TicketStatus.SOLD,
            Sales.NEXT_ORDER));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void twoOrdersLeaveTheTicketTheSameInWhateverOrderAndHoweverOftenTheirEventsArrive(
      List<Said> history, TicketStatus status, String orderId) {
    for (List<Said> arrival : permutationsOf(history)) {
      for (int repeated = 0; repeated < arrival.size(); repeated++) {
        Ticket ticket = Sales.ticket();
        follow(ticket, arrival);
        follow(ticket, arrival.subList(repeated, repeated + 1));
        follow(ticket, arrival);

        assertEquals(status, ticket.status(), arrival.toString());
        assertEquals(orderId, ticket.orderId(), arrival.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void whatArrivesAgainAfterTheLastEventChangesNothing(int repeated) {
    List<Said> history =
        List.of(FIRST_CREATED, FIRST_CANCELLED, NEXT_CREATED, NEXT_AWAITING, NEXT_COMPLETED);
    for (int upTo = repeated; upTo < history.size(); upTo++) {
      Ticket ticket = Sales.ticket();
      follow(ticket, history.subList(0, upTo + 1));
      TicketStatus status = ticket.status();
      String orderId = ticket.orderId();
      follow(ticket, history.subList(repeated, repeated + 1));

      assertEquals(status, ticket.status());
      assertEquals(orderId, ticket.orderId());
    }
  }

  private static void follow(Ticket ticket, List<Said> said) {
    said.forEach(one -> ticket.follow(one.event(), one.version(), Sales.LATER));
  }

  private static List<Said> plus(List<Said> said, Said... more) {
    return Stream.concat(said.stream(), Stream.of(more)).toList();
  }

  private static List<List<Said>> permutationsOf(List<Said> said) {
    if (said.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Said>> all = new ArrayList<>();
    for (Said head : said) {
      List<Said> rest = new ArrayList<>(said);
      rest.remove(head);
      for (List<Said> tail : permutationsOf(rest)) {
        all.add(plus(List.of(head), tail.toArray(Said[]::new)));
      }
    }
    return all;
  }
}
