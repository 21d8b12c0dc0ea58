/**
 * Listings: a seller offers a ticket, may change or withdraw it while nobody is buying it, and sees
 * it reserved and sold as its orders come and go. Orders decide who gets a ticket; this domain only
 * follows what they say.
 */
package dev.ticketing.tickets;
