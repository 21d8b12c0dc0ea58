package dev.ticketing.operations.check;

import static dev.ticketing.operations.check.CleanMarketplace.FREE;
import static dev.ticketing.operations.check.CleanMarketplace.HELD;
import static dev.ticketing.operations.check.CleanMarketplace.LETTER;
import static dev.ticketing.operations.check.CleanMarketplace.LETTER_IN_HAND;
import static dev.ticketing.operations.check.CleanMarketplace.NOW;
import static dev.ticketing.operations.check.CleanMarketplace.SECURED;
import static dev.ticketing.operations.check.CleanMarketplace.SOLD;
import static dev.ticketing.operations.check.CleanMarketplace.WITHDRAWN;
import static dev.ticketing.operations.check.CleanMarketplace.at;
import static dev.ticketing.operations.check.CleanMarketplace.intentOf;
import static dev.ticketing.operations.check.CleanMarketplace.orderOf;
import static dev.ticketing.operations.check.CleanMarketplace.paymentOf;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;

/** Ways to spoil a clean marketplace, each with the rule that must notice and the id it names. */
final class Plantings {

  private static final String OTHER = "0e0000000000000000000001";

  /** What to spoil, who must notice, and the document that must be named. */
  record Planting(String what, String rule, String id, Consumer<StoredMarketplace> plant) {

    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  private Plantings() {}

  static Stream<Planting> all() {
    return Stream.of(soldTwice(), charged(), atStripe(), late(), behind(), untold())
        .flatMap(plantings -> plantings);
  }

  private static Planting planting(
      String rule, String what, String id, Consumer<StoredMarketplace> plant) {
    return new Planting(what, rule, id, plant);
  }

  private static Stream<Planting> soldTwice() {
    return Stream.of(
        planting(
            "Ticket has at most one live order",
            "a second order of a reserved ticket",
            HELD,
            m -> m.copy(Place.ORDERS, orderOf(HELD), OTHER)),
        planting(
            "Ticket has at most one live order",
            "one created, one awaiting payment",
            SECURED,
            m -> m.change(Place.ORDERS, orderOf(HELD), "ticketId", SECURED)),
        planting(
            "Ticket has at most one complete order",
            "a second complete order",
            SOLD,
            m -> m.copy(Place.ORDERS, orderOf(SOLD), OTHER)),
        planting(
            "Live order has its lock",
            "the lock is free",
            orderOf(HELD),
            m -> m.change(Place.LOCKS, HELD, "state", "FREE")),
        planting(
            "Live order has its lock",
            "the lock is secured for another payment",
            orderOf(SECURED),
            m -> m.change(Place.LOCKS, SECURED, "paymentId", OTHER)),
        planting(
            "Live order has its lock",
            "there is no lock",
            orderOf(HELD),
            m -> m.remove(Place.LOCKS, HELD)),
        planting(
            "Lock names its live order",
            "the order has expired",
            HELD,
            m -> m.change(Place.ORDERS, orderOf(HELD), "status", "EXPIRED")),
        planting(
            "Lock names its live order",
            "there is no such order",
            SECURED,
            m -> m.remove(Place.ORDERS, orderOf(SECURED))),
        planting(
            "Lock names its live order",
            "the deadlines differ",
            HELD,
            m -> m.change(Place.LOCKS, HELD, "deadline", at(900))),
        planting(
            "Lock names its live order",
            "a free lock names an order",
            FREE,
            m -> m.change(Place.LOCKS, FREE, "orderId", orderOf(FREE))),
        planting(
            "Complete order has sold lock",
            "the ticket is free again",
            orderOf(SOLD),
            m -> m.change(Place.LOCKS, SOLD, "state", "FREE")),
        planting(
            "Sold lock has complete order",
            "the order was cancelled",
            SOLD,
            m -> m.change(Place.ORDERS, orderOf(SOLD), "status", "CANCELLED")));
  }

  private static Stream<Planting> charged() {
    return Stream.of(
        planting(
            "Complete order is paid",
            "its payment has failed",
            orderOf(SOLD),
            m -> m.change(Place.PAYMENTS, paymentOf(SOLD), "status", "FAILED")),
        planting(
            "Complete order is paid",
            "there is no such payment",
            orderOf(SOLD),
            m -> m.remove(Place.PAYMENTS, paymentOf(SOLD))),
        planting(
            "Captured money has complete order",
            "the order has expired",
            paymentOf(SOLD),
            m -> m.change(Place.ORDERS, orderOf(SOLD), "status", "EXPIRED")),
        planting(
            "Captured money has complete order",
            "the order was paid by another",
            paymentOf(SOLD),
            m -> m.change(Place.ORDERS, orderOf(SOLD), "paymentId", OTHER)),
        planting(
            "Order has at most one captured payment",
            "a second captured payment",
            orderOf(SOLD),
            m -> m.copy(Place.PAYMENTS, paymentOf(SOLD), OTHER)),
        planting(
            "Payment is of the orders price",
            "a cent more",
            paymentOf(SOLD),
            m -> m.change(Place.PAYMENTS, paymentOf(SOLD), "amount", 2_000L)),
        planting(
            "Ended order holds no money",
            "set aside for a cancelled order",
            paymentOf(FREE),
            m -> m.change(Place.PAYMENTS, paymentOf(FREE), "status", "AUTHORIZED")),
        planting(
            "Ended order holds no money",
            "set aside for an order that another payment completed",
            OTHER,
            m -> {
              m.copy(Place.PAYMENTS, paymentOf(SOLD), OTHER);
              m.change(Place.PAYMENTS, OTHER, "status", "AUTHORIZED");
            }));
  }

  private static Stream<Planting> atStripe() {
    return Stream.of(
        planting(
            "Payment is known at Stripe",
            "its intent is not there",
            paymentOf(SOLD),
            m -> m.remove(Place.INTENTS, intentOf(SOLD))),
        planting(
            "Money at Stripe has its payment",
            "taken, and there is no payment",
            intentOf(SOLD),
            m -> m.remove(Place.PAYMENTS, paymentOf(SOLD))),
        planting(
            "Money at Stripe has its payment",
            "held by a second intent of the same payment",
            "pi_other",
            m ->
                m.add(
                    Place.INTENTS,
                    new Document("_id", "pi_other")
                        .append("status", "requires_capture")
                        .append("currency", "usd")
                        .append("capturable", 1_999L)
                        .append("received", 0L)
                        .append("refunded", 0L)
                        .append("orderId", orderOf(SECURED))
                        .append("paymentId", paymentOf(SECURED)))),
        planting(
            "Payment says what Stripe says",
            "failed here, still held there",
            intentOf(SECURED),
            m -> m.change(Place.PAYMENTS, paymentOf(SECURED), "status", "FAILED")),
        planting(
            "Payment says what Stripe says",
            "cancelled here, taken there",
            intentOf(SOLD),
            m -> m.change(Place.PAYMENTS, paymentOf(SOLD), "status", "CANCELLED")),
        planting(
            "Payment says what Stripe says",
            "taken here, given back there",
            intentOf(SOLD),
            m -> m.change(Place.INTENTS, intentOf(SOLD), "refunded", 1_999L)),
        planting(
            "Payment says what Stripe says",
            "taken here, cancelled there",
            intentOf(FREE),
            m -> m.change(Place.PAYMENTS, paymentOf(FREE), "status", "CAPTURED")),
        planting(
            "Stripe keeps the orders price",
            "another amount was taken",
            intentOf(SOLD),
            m -> m.change(Place.INTENTS, intentOf(SOLD), "received", 1_000L)),
        planting(
            "Stripe keeps the orders price",
            "taken for an expired order",
            intentOf(WITHDRAWN),
            m -> m.change(Place.INTENTS, intentOf(WITHDRAWN), "refunded", 0L)));
  }

  private static Stream<Planting> late() {
    return Stream.of(
        planting(
            "Held lock is within its deadline",
            "held for too long",
            HELD,
            m -> m.change(Place.LOCKS, HELD, "deadline", at(-11))),
        planting(
            "Unpaid order is within its deadline",
            "open for too long",
            orderOf(HELD),
            m -> m.change(Place.ORDERS, orderOf(HELD), "expiresAt", at(-11))),
        planting(
            "Lock is not secured for long",
            "secured for too long",
            SECURED,
            m -> m.change(Place.ORDERS, orderOf(SECURED), "updatedAt", at(-21))),
        planting(
            "Payment is not underway for long",
            "capturing for too long",
            paymentOf(SECURED),
            m -> m.change(Place.PAYMENTS, paymentOf(SECURED), "updatedAt", at(-31))));
  }

  private static Stream<Planting> behind() {
    return Stream.of(
        planting(
            "Lock shows its listing",
            "the seller has raised the price",
            FREE,
            m -> m.change(Place.LISTINGS, FREE, "price", 2_500L)),
        planting(
            "Lock shows its listing",
            "the ticket was withdrawn",
            FREE,
            m -> m.change(Place.LISTINGS, FREE, "status", "WITHDRAWN")),
        planting(
            "Lock shows its listing",
            "the lock was never made",
            FREE,
            m -> m.remove(Place.LOCKS, FREE)),
        planting(
            "Lock shows its listing",
            "the lock is ahead of the ticket",
            FREE,
            m -> m.change(Place.LOCKS, FREE, "version", 4L)),
        planting(
            "Lock has its listing",
            "there is no such ticket",
            FREE,
            m -> m.remove(Place.LISTINGS, FREE)),
        planting(
            "Listing shows its lock",
            "reserved, and nobody has it",
            FREE,
            m -> m.change(Place.LISTINGS, FREE, "status", "RESERVED")),
        planting(
            "Listing shows its lock",
            "sold, and shown as reserved",
            SOLD,
            m -> m.change(Place.LISTINGS, SOLD, "status", "RESERVED")),
        planting(
            "Listing shows its lock",
            "reserved for another order",
            HELD,
            m -> m.change(Place.LISTINGS, HELD, "orderId", OTHER)),
        planting(
            "Payments know the order",
            "an event behind",
            orderOf(SECURED),
            m -> m.change(Place.PAYABLE_ORDERS, orderOf(SECURED), "version", 1L)),
        planting(
            "Payments know the order",
            "never heard of it",
            orderOf(HELD),
            m -> m.remove(Place.PAYABLE_ORDERS, orderOf(HELD))),
        planting(
            "Expiration knows the order",
            "another deadline",
            orderOf(HELD),
            m -> m.change(Place.RESERVATIONS, orderOf(HELD), "dueAt", at(900))),
        planting(
            "Expiration knows the order",
            "the clock runs for a complete order",
            orderOf(SOLD),
            m -> m.change(Place.RESERVATIONS, orderOf(SOLD), "dueAt", at(600))),
        planting(
            "Copy has its order",
            "payments know an order that there is not",
            OTHER,
            m -> m.copy(Place.PAYABLE_ORDERS, orderOf(HELD), OTHER)),
        planting(
            "Copy has its order",
            "expiration knows an order that there is not",
            OTHER,
            m -> m.copy(Place.RESERVATIONS, orderOf(HELD), OTHER)));
  }

  private static Stream<Planting> untold() {
    String old = Long.toHexString(NOW.getEpochSecond() - 31) + "0000000000000000";
    return Stream.of(
        outbox(Place.USERS, "0b0000000000000000000001", old),
        outbox(Place.SESSIONS, CleanMarketplace.SESSION, old),
        outbox(Place.LISTINGS, FREE, old),
        outbox(Place.ORDERS, orderOf(HELD), old),
        outbox(Place.PAYMENTS, paymentOf(SOLD), old),
        outbox(Place.RESERVATIONS, orderOf(HELD), old),
        planting(
            "Outbox is published soon",
            "an event without a mark",
            orderOf(HELD),
            m -> m.change(Place.ORDERS, orderOf(HELD), "outbox", "[]")),
        planting(
            "Letter is sent soon",
            "it waits since a minute ago",
            LETTER,
            m -> m.change(Place.LETTERS, LETTER, "postedAt", at(-60))),
        planting(
            "Letter is sent soon",
            "it waits after a failure",
            LETTER_IN_HAND,
            m -> m.change(Place.LETTERS, LETTER_IN_HAND, "failures", 1)),
        planting(
            "Letter is sent soon",
            "it was given up on",
            LETTER,
            m -> m.change(Place.LETTERS, LETTER, "deadAt", at(0))),
        planting(
            "Dead letter is dealt with",
            "a dead letter",
            "orders.dead/0/0",
            m ->
                m.add(
                    Place.DEAD_LETTERS,
                    new Document("_id", "orders.dead/0/0").append("kind", "failed"))));
  }

  private static Planting outbox(Place place, String id, String mark) {
    return planting(
        "Outbox is published soon",
        "an old event among the " + place.title(),
        id,
        m -> m.change(place, id, "outboxMark", mark));
  }
}
