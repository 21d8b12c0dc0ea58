package dev.ticketing.tickets.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.tickets.domain.Offer;
import dev.ticketing.tickets.domain.Sales;
import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketStatus;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TicketUseCasesTest {

  private static final Clock CLOCK = Clock.fixed(Sales.LATER, ZoneOffset.UTC);

  private final TicketsInMemory tickets = new TicketsInMemory();
  private final ListTicket listTicket = new ListTicket(tickets, CLOCK);
  private final EditTicket editTicket = new EditTicket(tickets, CLOCK);
  private final FollowOrder followOrder = new FollowOrder(tickets, CLOCK);

  @Test
  void aListedTicketIsKeptUnderAnIdOfItsOwn() {
    Ticket ticket = listTicket.list(Sales.SELLER, Sales.OFFER);
    assertSame(ticket, tickets.get(ticket.id()).orElseThrow());
    assertEquals(ticket.id(), Identifier.checked("id", ticket.id()));
    assertEquals(Sales.SELLER, ticket.userId());
    assertEquals(Sales.LATER, ticket.createdAt());
    assertNotEquals(ticket.id(), listTicket.list(Sales.SELLER, Sales.OFFER).id());
  }

  @Test
  void anEditIsMadeOnTheTicketItNames() {
    tickets.add(Sales.ticket());
    Offer offer = new Offer("New", null, null, null, null);
    Ticket edited = editTicket.edit(Sales.TICKET, Sales.SELLER, offer);

    assertEquals("New", tickets.get(Sales.TICKET).orElseThrow().title());
    assertEquals("New", edited.title());
    assertEquals(Sales.LATER, edited.updatedAt());
  }

  @Test
  void aWithdrawalIsMadeOnTheTicketItNames() {
    tickets.add(Sales.ticket());
    editTicket.withdraw(Sales.TICKET, Sales.SELLER);
    assertEquals(TicketStatus.WITHDRAWN, tickets.get(Sales.TICKET).orElseThrow().status());
  }

  @Test
  void aTicketThatIsNotThereCannotBeChanged() {
    assertNotFound(() -> editTicket.edit(Sales.TICKET, Sales.SELLER, Sales.OFFER));
    assertNotFound(() -> editTicket.withdraw(Sales.TICKET, Sales.SELLER));
  }

  @Test
  void theSellerIsTheOneWhoAsks() {
    tickets.add(Sales.ticket());
    assertEquals(
        Refusal.Reason.FORBIDDEN,
        assertThrows(Refusal.class, () -> editTicket.withdraw(Sales.TICKET, "stranger")).reason());
  }

  @Test
  void anOrderIsFollowedOnTheTicketItIsAboutByItsVersion() {
    tickets.add(Sales.ticket());
    followOrder.follow(Sales.cancelled(Sales.first()), 1);
    followOrder.follow(Sales.created(Sales.first()), 0);
    assertEquals(TicketStatus.AVAILABLE, tickets.get(Sales.TICKET).orElseThrow().status());

    followOrder.follow(Sales.created(Sales.next()), 0);
    assertEquals(TicketStatus.RESERVED, tickets.get(Sales.TICKET).orElseThrow().status());

    followOrder.follow(Sales.completed(Sales.next()), 2);
    assertEquals(TicketStatus.SOLD, tickets.get(Sales.TICKET).orElseThrow().status());
  }

  @Test
  void anOrderOfAnUnknownTicketIsAFaultAndNotIgnored() {
    assertThrows(
        IllegalStateException.class, () -> followOrder.follow(Sales.created(Sales.first()), 0));
  }

  @Test
  void anyoneSeesTheTicketWithItsPriceInTheMainUnit() {
    Ticket ticket = Sales.ticket();
    ticket.follow(Sales.created(Sales.first()), 0, Sales.LATER);
    TicketView view = TicketView.of(ticket);

    assertEquals(
        new TicketView(
            Sales.TICKET,
            "A concert",
            "In the dark",
            "The hall",
            Sales.OFFER.date(),
            new BigDecimal("19.99"),
            "usd",
            Sales.SELLER,
            "reserved",
            Sales.FIRST_ORDER,
            0,
            Sales.LISTED,
            Sales.LATER),
        view);
  }

  private static void assertNotFound(org.junit.jupiter.api.function.Executable request) {
    assertEquals(Refusal.Reason.NOT_FOUND, assertThrows(Refusal.class, request).reason());
  }
}
