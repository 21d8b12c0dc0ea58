package dev.ticketing.orders.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.orders.domain.TicketLock.State;
import dev.ticketing.platform.aggregate.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every kind of lock has to do, those of the tests as well as those of the product. */
public abstract class TicketLocksContract {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final Instant DEADLINE = NOW.plusSeconds(900);
  private static final Instant AFTER = DEADLINE.plusSeconds(1);
  private static final String SELLER = Identifier.next();
  private static final String BUYER = Identifier.next();
  private static final String PAYMENT = Identifier.next();

  private final String ticket = Identifier.next();
  private final String order = Identifier.next();
  private final String next = Identifier.next();
  private final String buyer = Identifier.next();
  private TicketLocks locks;
  private Listings listings;

  protected abstract TicketLocks locks();

  /** Of the same tickets as the locks. */
  protected abstract Listings listings();

  @BeforeEach
  void putOnSale() {
    locks = locks();
    listings = listings();
    listings.keep(listing("Concert", 1999), 0);
  }

  private TicketEvent.Ticket listing(String title, long price) {
    return new TicketEvent.Ticket(ticket, SELLER, title, null, null, new Money(price, "usd"));
  }

  private boolean take(String orderId, Instant now) {
    return locks.take(ticket, orderId, BUYER, now, now.plusSeconds(900)).isPresent();
  }

  private void takeAndSecure() {
    assertTrue(take(order, NOW));
    assertTrue(locks.secure(ticket, order, PAYMENT, NOW));
  }

  private State state() {
    return locks.find(ticket).orElseThrow().state();
  }

  @Test
  void aTicketOnSaleIsFree() {
    TicketLock lock = locks.find(ticket).orElseThrow();
    assertEquals(new TicketLock(State.FREE, null, null, null, SELLER, false), lock);
    assertTrue(locks.find(Identifier.next()).isEmpty());
  }

  @Test
  void takingAFreeLockTellsTheTicketAsItIs() {
    TicketLocks.Taken taken = locks.take(ticket, order, BUYER, NOW, DEADLINE).orElseThrow();

    Money price = new Money(1999, "usd");
    assertEquals(new HeldTicket(ticket, "Concert", SELLER, price, 1), taken.ticket());
    assertNull(taken.displacedOrderId());
    assertEquals(
        new TicketLock(State.HELD, order, DEADLINE, null, SELLER, false),
        locks.find(ticket).orElseThrow());
  }

  @Test
  void aHeldLockIsNotTakenBeforeItsDeadline() {
    assertTrue(take(order, NOW));
    assertFalse(take(next, DEADLINE.minusMillis(1)));
  }

  @Test
  void aHeldLockIsTakenOverAtItsDeadlineAndTellsWhomItLeft() {
    assertTrue(take(order, NOW));

    TicketLocks.Taken taken = locks.take(ticket, next, BUYER, DEADLINE, AFTER).orElseThrow();

    assertEquals(order, taken.displacedOrderId());
    assertEquals(2, taken.ticket().hold());
    assertTrue(locks.find(ticket).orElseThrow().isHeldBy(next));
  }

  @Test
  void theSellerDoesNotGetTheLock() {
    assertTrue(locks.take(ticket, order, SELLER, NOW, DEADLINE).isEmpty());
  }

  @Test
  void nobodyGetsTheLockOfAWithdrawnTicket() {
    listings.withdraw(listing("Concert", 1999), 1);
    assertFalse(take(order, NOW));
    assertTrue(locks.find(ticket).orElseThrow().withdrawn());
  }

  @Test
  void nobodyGetsTheLockOfAnUnknownTicket() {
    assertTrue(locks.take(Identifier.next(), order, BUYER, NOW, DEADLINE).isEmpty());
  }

  @Test
  void aHeldLockIsSecuredUntilItsDeadlineOnly() {
    assertTrue(take(order, NOW));
    assertFalse(locks.secure(ticket, order, PAYMENT, DEADLINE));
    assertTrue(locks.secure(ticket, order, PAYMENT, DEADLINE.minusMillis(1)));
    assertEquals(State.SECURED, state());
  }

  @Test
  void securingAgainIsNoErrorEvenLater() {
    takeAndSecure();
    assertTrue(locks.secure(ticket, order, PAYMENT, AFTER));
    assertFalse(locks.secure(ticket, order, Identifier.next(), NOW));
  }

  @Test
  void onlyTheOrderThatHoldsALockSecuresIt() {
    assertTrue(take(order, NOW));
    assertFalse(locks.secure(ticket, next, PAYMENT, NOW));
    assertEquals(State.HELD, state());
  }

  @Test
  void aSecuredLockIsNeitherTakenOverNorReleased() {
    takeAndSecure();
    assertFalse(take(next, AFTER));
    assertFalse(locks.release(ticket, order));
    assertFalse(locks.releaseOverdue(ticket, order, AFTER));
    assertEquals(State.SECURED, state());
  }

  @Test
  void anUnsecuredLockIsHeldAgainUntilTheOldDeadline() {
    takeAndSecure();
    assertFalse(locks.unsecure(ticket, order, Identifier.next()));
    assertTrue(locks.unsecure(ticket, order, PAYMENT));
    TicketLock lock = locks.find(ticket).orElseThrow();
    assertTrue(lock.isHeldBy(order));
    assertEquals(DEADLINE, lock.deadline());
  }

  @Test
  void aSoldLockStaysSold() {
    takeAndSecure();
    assertFalse(locks.sell(ticket, next, PAYMENT));
    assertTrue(locks.sell(ticket, order, PAYMENT));
    assertTrue(locks.sell(ticket, order, PAYMENT));

    assertFalse(locks.release(ticket, order));
    assertFalse(locks.unsecure(ticket, order, PAYMENT));
    assertFalse(take(next, AFTER));
    assertEquals(State.SOLD, state());
  }

  @Test
  void aLockThatIsOnlyHeldIsNotSold() {
    assertTrue(take(order, NOW));
    assertFalse(locks.sell(ticket, order, PAYMENT));
  }

  @Test
  void onlyTheOrderThatHoldsALockReleasesIt() {
    assertTrue(take(order, NOW));
    assertFalse(locks.release(ticket, next));
    assertTrue(locks.release(ticket, order));
    assertFalse(locks.release(ticket, order));
    assertEquals(
        new TicketLock(State.FREE, null, null, null, SELLER, false),
        locks.find(ticket).orElseThrow());
  }

  @Test
  void aLockIsOverdueFromItsDeadlineOn() {
    assertTrue(take(order, NOW));
    assertFalse(locks.releaseOverdue(ticket, order, DEADLINE.minusMillis(1)));
    assertFalse(locks.releaseOverdue(ticket, next, DEADLINE));
    assertTrue(locks.releaseOverdue(ticket, order, DEADLINE));
    assertTrue(take(next, DEADLINE));
  }

  @Test
  void anOrderHasItsLockAgainAsItIsUntilItHasLostIt() {
    TicketLocks.Taken taken = locks.take(ticket, order, BUYER, NOW, DEADLINE).orElseThrow();

    assertEquals(taken, locks.takeAgain(ticket, order, NOW.plusSeconds(1)).orElseThrow());
    assertEquals(DEADLINE, taken.deadline());
    assertTrue(locks.takeAgain(ticket, next, NOW).isEmpty());
    assertTrue(locks.takeAgain(Identifier.next(), order, NOW).isEmpty());
    assertTrue(locks.secure(ticket, order, PAYMENT, NOW));
    assertTrue(locks.takeAgain(ticket, order, NOW).isEmpty());
  }

  @Test
  void anOrderThatTakesItsOwnOverdueLockDisplacesNobody() {
    assertTrue(take(order, NOW));
    assertNull(locks.take(ticket, order, BUYER, AFTER, AFTER).orElseThrow().displacedOrderId());
  }

  @Test
  void aLockIsAbandonedWhenItWasNotTakenAgainSince() {
    assertTrue(take(order, NOW));
    assertFalse(locks.releaseAbandoned(ticket, order, NOW.minusMillis(1)));
    assertFalse(locks.releaseAbandoned(ticket, next, NOW));
    assertTrue(locks.takeAgain(ticket, order, NOW.plusSeconds(30)).isPresent());
    assertFalse(locks.releaseAbandoned(ticket, order, NOW.plusSeconds(20)));
    assertTrue(locks.releaseAbandoned(ticket, order, NOW.plusSeconds(30)));
    assertEquals(State.FREE, state());
  }

  @Test
  void theLocksOfABuyersOrdersAreCountedWhileTheyLive() {
    assertEquals(0, locks.liveHoldsOf(buyer, NOW));
    assertTrue(locks.take(ticket, order, buyer, NOW, DEADLINE).isPresent());
    assertEquals(1, locks.liveHoldsOf(buyer, DEADLINE.minusMillis(1)));
    assertEquals(0, locks.liveHoldsOf(buyer, DEADLINE));
    assertEquals(0, locks.liveHoldsOf(Identifier.next(), NOW));

    assertTrue(locks.secure(ticket, order, PAYMENT, NOW));
    assertEquals(1, locks.liveHoldsOf(buyer, AFTER));
    assertTrue(locks.unsecure(ticket, order, PAYMENT));
    assertEquals(1, locks.liveHoldsOf(buyer, NOW));
    assertTrue(locks.release(ticket, order));
    assertEquals(0, locks.liveHoldsOf(buyer, NOW));
  }

  @Test
  void aTicketThatIsSoldIsHeldNoMore() {
    assertTrue(locks.take(ticket, order, buyer, NOW, DEADLINE).isPresent());
    assertTrue(locks.secure(ticket, order, PAYMENT, NOW));
    assertTrue(locks.sell(ticket, order, PAYMENT));
    assertTrue(locks.sell(ticket, order, PAYMENT));
    assertEquals(0, locks.liveHoldsOf(buyer, NOW));
  }

  @Test
  void aLockThatIsTakenOverCountsForItsNewHolder() {
    assertTrue(locks.take(ticket, order, buyer, NOW, DEADLINE).isPresent());
    String other = Identifier.next();
    assertTrue(locks.take(ticket, next, other, DEADLINE, AFTER).isPresent());
    assertEquals(0, locks.liveHoldsOf(buyer, NOW));
    assertEquals(1, locks.liveHoldsOf(other, NOW));
  }

  @Test
  void aSecuredLockIsNeverAbandoned() {
    takeAndSecure();
    assertFalse(locks.releaseAbandoned(ticket, order, AFTER));
  }

  @Test
  void locksTellWhichOrdersTheyName() {
    assertEquals(Set.of(), locks.ordersNamedBy(List.of(ticket, Identifier.next())));
    assertTrue(take(order, NOW));
    assertEquals(Set.of(order), locks.ordersNamedBy(List.of(ticket, Identifier.next())));
    assertEquals(Set.of(), locks.ordersNamedBy(List.of()));
  }

  @Test
  void anEditIsSeenByTheNextHoldAndLeavesTheLockAlone() {
    assertTrue(take(order, NOW));
    listings.keep(listing("Opera", 2500), 1);
    assertTrue(locks.find(ticket).orElseThrow().isHeldBy(order));

    TicketLocks.Taken taken = locks.take(ticket, next, BUYER, DEADLINE, AFTER).orElseThrow();

    assertEquals("Opera", taken.ticket().title());
    assertEquals(2500, taken.ticket().price().amount());
  }

  @Test
  void olderNewsOfAListingAreIgnored() {
    listings.withdraw(listing("Concert", 1999), 2);
    listings.keep(listing("Older", 100), 1);
    listings.keep(listing("Same", 100), 2);

    assertTrue(locks.find(ticket).orElseThrow().withdrawn());
    listings.keep(listing("Newer", 300), 3);
    assertEquals(
        "Newer", locks.take(ticket, order, BUYER, NOW, DEADLINE).orElseThrow().ticket().title());
  }

  @Test
  void everyHeldLockIsHandedOverOnceAndNoOther() {
    assertTrue(take(order, NOW));
    assertEquals(List.of(new TicketLocks.Held(ticket, order)), heldOfThisTicket());

    assertTrue(locks.secure(ticket, order, PAYMENT, NOW));
    assertEquals(List.of(), heldOfThisTicket());
  }

  private List<TicketLocks.Held> heldOfThisTicket() {
    List<TicketLocks.Held> found = new ArrayList<>();
    locks.eachHeld(2, found::addAll);
    return found.stream().filter(held -> held.ticketId().equals(ticket)).toList();
  }
}
