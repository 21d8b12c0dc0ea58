/**
 * The clock of the marketplace: it remembers when each order's time is over and says so when it is,
 * on time, or as soon as it is running again. Whether the order still waited then is not its call.
 */
package dev.ticketing.expiration;
