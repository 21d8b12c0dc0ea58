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
import dev.ticketing.orders.application.PlaceOrder;
import dev.ticketing.orders.application.ReleaseOrphanedLocks;
import dev.ticketing.orders.application.ReservationWindow;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderStatus;
import dev.ticketing.orders.domain.TicketLock;
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

  public final TestClock clock = new TestClock();
  public final InMemoryOrders orders = new InMemoryOrders();
  public final InMemoryLocks locks = new InMemoryLocks();
  public final String ticket = Identifier.next();

  private final FinishOrder finishOrder = new FinishOrder(orders, clock);
  public final PlaceOrder placeOrder =
      new PlaceOrder(
          locks, orders, new Arrival(clock), new ReservationWindow(WINDOW), finishOrder, clock);
  public final CancelOrder cancelOrder = new CancelOrder(orders, locks, finishOrder, clock);
  public final AcceptPayment acceptPayment = new AcceptPayment(orders, locks, finishOrder, clock);
  public final ExpireReservation expireReservation =
      new ExpireReservation(orders, locks, finishOrder, clock);
  public final FollowTicket followTicket = new FollowTicket(locks, locks, orders, clock);
  public final FinishInterruptedOrders finishInterrupted =
      new FinishInterruptedOrders(orders, locks, finishOrder, clock);
  public final ReleaseOrphanedLocks releaseOrphanedLocks =
      new ReleaseOrphanedLocks(locks, orders, clock);

  public Marketplace() {
    followTicket.follow(new TicketEvent.TicketCreated(listing(PRICE)), 0);
  }

  public TicketEvent.Ticket listing(Money price) {
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

  public TicketLock lock() {
    return locks.find(ticket).orElseThrow();
  }
}
