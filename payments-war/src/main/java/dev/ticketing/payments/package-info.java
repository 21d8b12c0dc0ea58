/**
 * Money: a buyer pays an order by card. The money is first set aside at the buyer's bank, and taken
 * only when orders has answered that the order waits for exactly this payment; if the order ended
 * instead, the bank lets the money go. What is asked of Stripe is written down before it is asked,
 * so that whoever dies in between is followed by someone who can finish it.
 */
package dev.ticketing.payments;
