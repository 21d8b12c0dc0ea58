package dev.ticketing.tickets.application;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.tickets.domain.Sales;
import dev.ticketing.tickets.domain.Ticket;
import org.junit.jupiter.api.Test;

class TicketAccessTest {

  private final Ticket ticket = Sales.ticket();

  @Test
  void theSellerMayChangeATicket() {
    assertDoesNotThrow(() -> TicketAccess.requireMayChange(Sales.SELLER, ticket));
  }

  @Test
  void nobodyElseMay() {
    assertRefused(Refusal.Reason.FORBIDDEN, "stranger");
  }

  @Test
  void aReservedTicketTellsAStrangerNothingOfItsBuyer() {
    ticket.follow(Sales.created(Sales.first()), 0, Sales.LATER);
    assertRefused(Refusal.Reason.FORBIDDEN, "stranger");
  }

  @Test
  void aWithdrawnTicketIsThereForNobody() {
    ticket.withdraw(Sales.LATER);
    assertRefused(Refusal.Reason.NOT_FOUND, "stranger");
    assertRefused(Refusal.Reason.NOT_FOUND, Sales.SELLER);
  }

  private void assertRefused(Refusal.Reason reason, String userId) {
    assertEquals(
        reason,
        assertThrows(Refusal.class, () -> TicketAccess.requireMayChange(userId, ticket)).reason());
  }
}
