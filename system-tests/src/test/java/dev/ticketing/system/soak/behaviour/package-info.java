/**
 * What people do on the marketplace, one class for each, and what they must be answered. Who acts
 * on a ticket or an order has it alone, unless the point is that several want the same.
 */
package dev.ticketing.system.soak.behaviour;
