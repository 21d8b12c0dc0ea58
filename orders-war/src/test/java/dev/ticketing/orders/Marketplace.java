package dev.ticketing.orders;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.ReservationExpired.Reservation;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.orders.application.AcceptPayment;
import dev.ticketing.orders.application.CancelOrder;
import dev.ticketing.orders.application.ExpireReservation;
import dev.ticketing.orders.application.FinishInterruptedOrders;
import dev.ticketing.orders.application.FinishOrder;
import dev.ticketing.orders.application.FollowTicket;
import dev.ticketing.orders.application.HoldLimit;
import dev.ticketing.orders.application.LimitHolds;
import dev.ticketing.orders.application.PlaceOrder;
import dev.ticketing.orders.application.ReleaseOrphanedLocks;
import dev.ticketing.orders.application.ReservationWindow;
import dev.ticketing.orders.domain.Listings;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.orders.domain.TicketLocks;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.ReservedId;
import dev.ticketing.platform.time.Arrival;
import java.time.Duration;

/** The whole orders domain of a test, with one ticket on sale and a clock the test moves. */
public final class Marketplace {

  public static final Duration WINDOW = Duration.ofMinutes(15);
  public static final String SELLER = Identifier.next();
  public static final String ALICE = Identifier.next();
  public static final String BOB = Identifier.next();
  public static final Money PRICE = new Money(1999, "usd");
  public static final HoldLimit NO_LIMIT = new HoldLimit(0);

  public final TestClock clock = new TestClock();
  public final InMemoryOrders orders = new InMemoryOrders();
  public final TicketLocks locks;
  public final String ticket = Identifier.next();

  public final PlaceOrder placeOrder;
  public final CancelOrder cancelOrder;
  public final AcceptPayment acceptPayment;
  public final ExpireReservation expireReservation;
  public final FollowTicket followTicket;
  public final FinishInterruptedOrders finishInterrupted;
  public final ReleaseOrphanedLocks releaseOrphanedLocks;

  public Marketplace() {
    this(new InMemoryLocks());
  }

  private Marketplace(InMemoryLocks inMemory) {
    this(inMemory, inMemory);
  }

  /** With locks that are kept elsewhere, and the listings of the same tickets. */
  public Marketplace(TicketLocks locks, Listings listings) {
    this(locks, listings, NO_LIMIT);
  }

  /** With a limit to the locks of a buyer. */
  public Marketplace(TicketLocks locks, Listings listings, HoldLimit limit) {
    this.locks = locks;
    FinishOrder finishOrder = new FinishOrder(orders, clock);
    releaseOrphanedLocks = new ReleaseOrphanedLocks(locks, orders, clock);
    placeOrder =
        new PlaceOrder(
            locks,
            orders,
            new Arrival(clock),
            new ReservationWindow(WINDOW),
            new LimitHolds(locks, limit, clock),
            finishOrder,
            releaseOrphanedLocks,
            clock);
    finishInterrupted = new FinishInterruptedOrders(orders, locks, finishOrder, clock);
    cancelOrder = new CancelOrder(orders, locks, finishOrder, finishInterrupted, clock);
    acceptPayment = new AcceptPayment(orders, locks, finishOrder, clock);
    expireReservation = new ExpireReservation(orders, locks, finishOrder, clock);
    followTicket = new FollowTicket(listings, locks, orders, clock);
    followTicket.follow(new TicketEvent.TicketCreated(listing(PRICE)), 0);
  }

  /** Puts another ticket on sale. */
  public String anotherTicket() {
    String id = Identifier.next();
    followTicket.follow(new TicketEvent.TicketCreated(listing(id, PRICE)), 0);
    return id;
  }

  public TicketEvent.Ticket listing(Money price) {
    return listing(ticket, price);
  }

  private static TicketEvent.Ticket listing(String ticket, Money price) {
    return new TicketEvent.Ticket(ticket, SELLER, "Concert", null, null, price);
  }

  public Order place(String buyer) {
    return place(buyer, ReservedId.fresh());
  }

  public Order place(String buyer, ReservedId id) {
    return placeOrder.place(ticket, buyer, id);
  }

  /** What the clock says of this order when its time is over. */
  public void timeIsOver(Order order) {
    expireReservation.expire(new Reservation(order.id(), order.ticketId(), order.expiresAt()));
  }

  public OrderStatus statusOf(Order order) {
    return orders.find(order.id()).orElseThrow().status();
  }

  /** Whether payments would take the money now. */
  public boolean isAwaiting(Order order, String payment) {
    return orders.find(order.id()).orElseThrow().isAwaiting(payment);
  }

  public TicketLock lock() {
    return locks.find(ticket).orElseThrow();
  }
}
