/**
 * What every domain stands on: aggregates that carry their outgoing events in their own document,
 * the relay that publishes them, the receiver that survives bad messages, one error body, one
 * clock. It knows no domain.
 */
package dev.ticketing.platform;
