package dev.ticketing.operations.check.rules;

import dev.ticketing.operations.check.Bounds;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.check.Rule;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Every rule there is. */
public final class Rules {

  private Rules() {}

  public static List<Rule> all(Bounds bounds, Clock clock) {
    return Stream.of(soldOnce(), paidOnce(), inTime(bounds, clock), copies(), told(bounds, clock))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Rule> soldOnce() {
    return List.of(
        new TicketHasAtMostOneLiveOrder(),
        new TicketHasAtMostOneCompleteOrder(),
        new LiveOrderHasItsLock(),
        new LockNamesItsLiveOrder(),
        new CompleteOrderHasSoldLock(),
        new SoldLockHasCompleteOrder());
  }

  private static List<Rule> paidOnce() {
    return List.of(
        new CompleteOrderIsPaid(),
        new CapturedMoneyHasCompleteOrder(),
        new OrderHasAtMostOneCapturedPayment(),
        new PaymentIsOfTheOrdersPrice(),
        new EndedOrderHoldsNoMoney(),
        new PaymentIsKnownAtStripe(),
        new MoneyAtStripeHasItsPayment(),
        new PaymentSaysWhatStripeSays(),
        new StripeKeepsTheOrdersPrice());
  }

  private static List<Rule> inTime(Bounds bounds, Clock clock) {
    return List.of(
        new HeldLockIsWithinItsDeadline(bounds.overdue(), clock),
        new UnpaidOrderIsWithinItsDeadline(bounds.overdue(), clock),
        new LockIsNotSecuredForLong(bounds.secured(), clock),
        new PaymentIsNotUnderwayForLong(bounds.underway(), clock));
  }

  private static List<Rule> copies() {
    return List.of(
        new LockShowsItsListing(),
        new LockHasItsListing(),
        new ListingShowsItsLock(),
        new PaymentsKnowTheOrder(),
        new ExpirationKnowsTheOrder(),
        new CopyHasItsOrder(Place.PAYABLE_ORDERS),
        new CopyHasItsOrder(Place.RESERVATIONS));
  }

  private static List<Rule> told(Bounds bounds, Clock clock) {
    Stream<Rule> outboxes =
        Stream.of(
                Place.USERS,
                Place.SESSIONS,
                Place.LISTINGS,
                Place.ORDERS,
                Place.PAYMENTS,
                Place.RESERVATIONS)
            .map(place -> new OutboxIsPublishedSoon(place, bounds.unpublished(), clock));
    Stream<Rule> others =
        Stream.of(new LetterIsSentSoon(bounds.unpublished(), clock), new DeadLetterIsDealtWith());
    return Stream.concat(outboxes, others).toList();
  }
}
