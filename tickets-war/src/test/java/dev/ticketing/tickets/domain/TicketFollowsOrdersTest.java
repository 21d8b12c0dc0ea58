package dev.ticketing.tickets.domain;

import static dev.ticketing.tickets.domain.Sales.awaiting;
import static dev.ticketing.tickets.domain.Sales.cancelled;
import static dev.ticketing.tickets.domain.Sales.completed;
import static dev.ticketing.tickets.domain.Sales.created;
import static dev.ticketing.tickets.domain.Sales.expired;
import static dev.ticketing.tickets.domain.Sales.first;
import static dev.ticketing.tickets.domain.Sales.next;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.event.OrderEvent;
import org.junit.jupiter.api.Test;

class TicketFollowsOrdersTest {

  private final Ticket ticket = Sales.ticket();

  @Test
  void anOrderReservesTheTicket() {
    follow(created(first()), 0);
    assertStands(TicketStatus.RESERVED, Sales.FIRST_ORDER);
    assertEquals(Sales.LATER, ticket.updatedAt());
  }

  @Test
  void theTicketStaysReservedWhileThePaymentIsTaken() {
    follow(created(first()), 0);
    follow(awaiting(first()), 1);
    assertStands(TicketStatus.RESERVED, Sales.FIRST_ORDER);
  }

  @Test
  void aPaymentThatFailsAtTheEndLeavesTheTicketReservedForTheRestOfItsTime() {
    follow(awaiting(first()), 1);
    follow(created(first()), 2);
    assertStands(TicketStatus.RESERVED, Sales.FIRST_ORDER);
  }

  @Test
  void aCompletedOrderBuysTheTicket() {
    follow(created(first()), 0);
    follow(awaiting(first()), 1);
    follow(completed(first()), 2);
    assertStands(TicketStatus.SOLD, Sales.FIRST_ORDER);
  }

  @Test
  void anOrderThatEndsUnpaidGivesTheTicketBack() {
    follow(created(first()), 0);
    follow(cancelled(first()), 1);
    assertStands(TicketStatus.AVAILABLE, null);

    follow(created(next()), 0);
    follow(expired(next()), 1);
    assertStands(TicketStatus.AVAILABLE, null);
  }

  @Test
  void theNextOrderReservesTheTicketThoughItsVersionsBeginAnew() {
    follow(created(first()), 0);
    follow(cancelled(first()), 5);
    follow(created(next()), 0);
    assertStands(TicketStatus.RESERVED, Sales.NEXT_ORDER);
  }

  @Test
  void aRepeatedCancelOfAnEarlierOrderNeverFreesTheTicketFromTheNextBuyer() {
    follow(created(first()), 0);
    follow(cancelled(first()), 1);
    follow(created(next()), 0);
    follow(cancelled(first()), 1);
    follow(expired(first()), 2);
    assertStands(TicketStatus.RESERVED, Sales.NEXT_ORDER);
  }

  @Test
  void anOlderVersionOfTheSameOrderIsIgnored() {
    follow(cancelled(first()), 1);
    follow(created(first()), 0);
    assertStands(TicketStatus.AVAILABLE, null);
  }

  @Test
  void whatIsIgnoredDoesNotCountAsAnUpdate() {
    follow(cancelled(first()), 1);
    ticket.follow(created(first()), 0, Sales.LATER.plusSeconds(1));
    assertEquals(Sales.LATER, ticket.updatedAt());
  }

  @Test
  void followingTellsNobody() {
    follow(created(first()), 0);
    assertEquals(1, ticket.outbox().size());
  }

  @Test
  void anOrderThatWonWhileTheTicketWasWithdrawnMayStillBuyIt() {
    ticket.withdraw(Sales.LISTED);
    follow(created(first()), 0);
    assertStands(TicketStatus.WITHDRAWN, null);
    follow(completed(first()), 2);
    assertStands(TicketStatus.SOLD, Sales.FIRST_ORDER);
  }

  @Test
  void anOrderThatEndsUnpaidLeavesAWithdrawnTicketWithdrawn() {
    ticket.withdraw(Sales.LISTED);
    follow(created(first()), 0);
    follow(cancelled(first()), 1);
    assertStands(TicketStatus.WITHDRAWN, null);
  }

  private void follow(OrderEvent event, long version) {
    ticket.follow(event, version, Sales.LATER);
  }

  private void assertStands(TicketStatus status, String orderId) {
    assertEquals(status, ticket.status());
    assertEquals(orderId, ticket.orderId());
  }
}
