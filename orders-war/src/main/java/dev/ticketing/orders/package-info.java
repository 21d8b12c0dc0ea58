/**
 * Orders: a buyer locks a ticket for a while, pays within that time or loses it. One document per
 * ticket, the lock, decides between the next buyer, the payment, the cancel and the deadline, each
 * by a single atomic step; the order follows what the lock has decided and tells it to the others.
 */
package dev.ticketing.orders;
