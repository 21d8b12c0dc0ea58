package dev.ticketing.orders.domain;

import dev.ticketing.contracts.Money;

/**
 * A ticket at the moment an order took its lock; later edits of the listing do not change it.
 *
 * @param hold counts the locks ever taken on this ticket, this one included
 */
public record HeldTicket(String id, String title, String sellerId, Money price, long hold) {}
