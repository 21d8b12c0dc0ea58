/**
 * What the domains tell each other. An event carries the full state others need of its aggregate,
 * so a consumer that missed one may go on from the next.
 */
package dev.ticketing.contracts.event;
