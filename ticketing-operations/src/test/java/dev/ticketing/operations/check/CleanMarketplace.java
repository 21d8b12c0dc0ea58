package dev.ticketing.operations.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * What the domains store of a marketplace in which nothing is wrong: a ticket in each state, with
 * the order, the payment, the PaymentIntent and the copies that go with it.
 */
final class CleanMarketplace {

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  static final String FREE = "0a0000000000000000000001";
  static final String HELD = "0a0000000000000000000002";
  static final String SECURED = "0a0000000000000000000003";
  static final String SOLD = "0a0000000000000000000004";
  static final String WITHDRAWN = "0a0000000000000000000005";
  static final String LETTER = "0e0000000000000000000001";
  static final String LETTER_IN_HAND = "0e0000000000000000000002";

  static final String SESSION = "0e0000000000000000000001";

  private static final String BUYER = "0b0000000000000000000001";
  private static final String SELLER = "0b0000000000000000000002";
  private static final long PRICE = 1_999;

  private final Map<Place, List<Document>> documents = new EnumMap<>(Place.class);

  private CleanMarketplace() {
    add(Place.USERS, new Document("_id", BUYER));
    add(Place.LETTERS, letter(LETTER, -1, 0));
    add(Place.LETTERS, letter(LETTER_IN_HAND, -60, 60));
    add(Place.SESSIONS, new Document("_id", SESSION).append("userId", BUYER));
    ticket(FREE, "AVAILABLE", "FREE", null);
    ticket(HELD, "RESERVED", "HELD", orderOf(HELD));
    ticket(SECURED, "RESERVED", "SECURED", orderOf(SECURED));
    ticket(SOLD, "SOLD", "SOLD", orderOf(SOLD));
    ticket(WITHDRAWN, "WITHDRAWN", "FREE", null);
    order(orderOf(FREE), FREE, "CANCELLED", null);
    order(orderOf(HELD), HELD, "CREATED", null);
    order(orderOf(SECURED), SECURED, "AWAITING_PAYMENT", paymentOf(SECURED));
    order(orderOf(SOLD), SOLD, "COMPLETE", paymentOf(SOLD));
    order(orderOf(WITHDRAWN), WITHDRAWN, "EXPIRED", null);
    payment(SECURED, "CAPTURING", "requires_capture");
    payment(SOLD, "CAPTURED", "succeeded");
    payment(FREE, "CANCELLED", "canceled");
    payment(WITHDRAWN, "REFUNDED", "succeeded");
  }

  static Map<Place, List<Document>> documents() {
    return new CleanMarketplace().documents;
  }

  static String orderOf(String ticket) {
    return ticket.replace("0a", "0c");
  }

  static String paymentOf(String ticket) {
    return ticket.replace("0a", "0d");
  }

  static String intentOf(String ticket) {
    return "pi_" + ticket;
  }

  static Date at(long secondsFromNow) {
    return Date.from(NOW.plusSeconds(secondsFromNow));
  }

  private static Document letter(String id, long posted, long due) {
    return new Document("_id", id)
        .append("postedAt", at(posted))
        .append("dueAt", at(due))
        .append("failures", 0);
  }

  private void ticket(String id, String status, String state, String order) {
    add(
        Place.LISTINGS,
        new Document("_id", id)
            .append("version", 3L)
            .append("userId", SELLER)
            .append("title", "Jazz")
            .append("price", PRICE)
            .append("currency", "usd")
            .append("status", status)
            .append("orderId", order));
    Document lock =
        new Document("_id", id)
            .append("version", 0L)
            .append("sellerId", SELLER)
            .append("title", "Jazz")
            .append("price", PRICE)
            .append("currency", "usd")
            .append("withdrawn", status.equals("WITHDRAWN"))
            .append("state", state)
            .append("hold", 1L);
    if (order != null) {
      lock.append("orderId", order).append("deadline", at(600));
    }
    if (state.equals("SECURED") || state.equals("SOLD")) {
      lock.append("paymentId", paymentOf(id));
    }
    add(Place.LOCKS, lock);
  }

  private void order(String id, String ticket, String status, String payment) {
    Document common =
        new Document("_id", id)
            .append("userId", BUYER)
            .append("ticketId", ticket)
            .append("status", status)
            .append("expiresAt", at(600));
    Document order =
        new Document(common)
            .append("version", 2L)
            .append("sellerId", SELLER)
            .append("price", PRICE)
            .append("currency", "usd")
            .append("hold", 1L)
            .append("updatedAt", at(-1))
            .append("paymentId", payment);
    add(Place.ORDERS, order);
    Document payable = new Document(order).append("amount", PRICE);
    payable.remove("price");
    add(Place.PAYABLE_ORDERS, payable);
    Document reservation = new Document(common).append("orderVersion", 2L).append("version", 4L);
    if (status.equals("CREATED")) {
      reservation.append("dueAt", at(600));
    }
    add(Place.RESERVATIONS, reservation);
  }

  private void payment(String ticket, String status, String intentStatus) {
    add(
        Place.PAYMENTS,
        new Document("_id", paymentOf(ticket))
            .append("orderId", orderOf(ticket))
            .append("userId", BUYER)
            .append("amount", PRICE)
            .append("currency", "usd")
            .append("status", status)
            .append("stripeId", intentOf(ticket))
            .append("updatedAt", at(-1)));
    add(
        Place.INTENTS,
        new Document("_id", intentOf(ticket))
            .append("status", intentStatus)
            .append("currency", "usd")
            .append("capturable", intentStatus.equals("requires_capture") ? PRICE : 0L)
            .append("received", intentStatus.equals("succeeded") ? PRICE : 0L)
            .append("refunded", status.equals("REFUNDED") ? PRICE : 0L)
            .append("orderId", orderOf(ticket))
            .append("paymentId", paymentOf(ticket)));
  }

  private void add(Place place, Document document) {
    documents.computeIfAbsent(place, key -> new ArrayList<>()).add(document);
  }
}
