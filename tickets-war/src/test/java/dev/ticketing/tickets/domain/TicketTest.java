package dev.ticketing.tickets.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicketTest {

  private final Ticket ticket = Sales.ticket();

  static Stream<Consumer<Ticket>> requestsOfTheSeller() {
    return Stream.of(
        ticket -> ticket.edit(Sales.OFFER, Sales.LATER), ticket -> ticket.withdraw(Sales.LATER));
  }

  @Test
  void aListedTicketIsAvailableAsOffered() {
    assertEquals(Sales.TICKET, ticket.id());
    assertEquals(Sales.SELLER, ticket.userId());
    assertEquals(TicketStatus.AVAILABLE, ticket.status());
    assertEquals(Sales.OFFER, offerOf(ticket));
    assertEquals(Sales.LISTED, ticket.createdAt());
    assertEquals(Sales.LISTED, ticket.updatedAt());
    assertNull(ticket.orderId());
  }

  @Test
  void aListingIsTold() {
    Envelope<?> told = lastOf(ticket);
    assertInstanceOf(TicketEvent.TicketCreated.class, told.data());
    assertEquals(stateOf(ticket), ((TicketEvent) told.data()).ticket());
    assertEquals(Sales.LISTED, told.time());
  }

  @Test
  void anEditChangesWhatItNamesAndLeavesTheRest() {
    Instant date = Sales.LISTED.plusSeconds(9_999);
    Money price = new Money(2500, "usd");
    ticket.edit(new Offer(null, null, null, date, price), Sales.LATER);

    assertEquals(new Offer("A concert", "In the dark", "The hall", date, price), offerOf(ticket));
    assertEquals(Sales.LATER, ticket.updatedAt());
    assertEquals(Sales.LISTED, ticket.createdAt());
  }

  @Test
  void anEditMayChangeTheWordsAndLeaveThePrice() {
    ticket.edit(new Offer("New", "Words", "Place", null, null), Sales.LATER);
    assertEquals(
        new Offer("New", "Words", "Place", Sales.OFFER.date(), Sales.PRICE), offerOf(ticket));
  }

  @Test
  void anEditIsTold() {
    ticket.edit(new Offer("New", null, null, null, null), Sales.LATER);
    assertInstanceOf(TicketEvent.TicketUpdated.class, lastOf(ticket).data());
    assertEquals("New", ((TicketEvent) lastOf(ticket).data()).ticket().title());
  }

  @Test
  void aWithdrawalIsTold() {
    ticket.withdraw(Sales.LATER);
    assertEquals(TicketStatus.WITHDRAWN, ticket.status());
    assertInstanceOf(TicketEvent.TicketDeleted.class, lastOf(ticket).data());
    assertEquals(Sales.LATER, ticket.updatedAt());
  }

  @ParameterizedTest
  @MethodSource("requestsOfTheSeller")
  void aReservedTicketIsNotChanged(Consumer<Ticket> request) {
    ticket.follow(Sales.created(Sales.first()), 0, Sales.LATER);
    assertRefused(Refusal.Reason.CONFLICT, request);
  }

  @ParameterizedTest
  @MethodSource("requestsOfTheSeller")
  void aSoldTicketIsNotChanged(Consumer<Ticket> request) {
    ticket.follow(Sales.completed(Sales.first()), 2, Sales.LATER);
    assertRefused(Refusal.Reason.CONFLICT, request);
  }

  @ParameterizedTest
  @MethodSource("requestsOfTheSeller")
  void aWithdrawnTicketIsGone(Consumer<Ticket> request) {
    ticket.withdraw(Sales.LATER);
    assertRefused(Refusal.Reason.NOT_FOUND, request);
  }

  @ParameterizedTest
  @MethodSource("requestsOfTheSeller")
  void aTicketThatIsFreeAgainMayBeChanged(Consumer<Ticket> request) {
    ticket.follow(Sales.created(Sales.first()), 0, Sales.LATER);
    ticket.follow(Sales.expired(Sales.first()), 1, Sales.LATER);
    request.accept(ticket);
    assertEquals(2, ticket.outbox().size());
  }

  private void assertRefused(Refusal.Reason reason, Consumer<Ticket> request) {
    List<Envelope<?>> told = ticket.outbox();
    TicketStatus status = ticket.status();
    Refusal refusal = assertThrows(Refusal.class, () -> request.accept(ticket));
    assertEquals(reason, refusal.reason());
    assertEquals(told, ticket.outbox());
    assertEquals(status, ticket.status());
  }

  private static Offer offerOf(Ticket ticket) {
    return new Offer(
        ticket.title(), ticket.description(), ticket.venue(), ticket.date(), ticket.price());
  }

  private static TicketEvent.Ticket stateOf(Ticket ticket) {
    return new TicketEvent.Ticket(
        ticket.id(),
        ticket.userId(),
        ticket.title(),
        ticket.venue(),
        ticket.date(),
        ticket.price());
  }

  private static Envelope<?> lastOf(Ticket ticket) {
    return ticket.outbox().get(ticket.outbox().size() - 1);
  }
}
