package dev.ticketing.contracts.event;

import java.time.Instant;

/**
 * An event on its way: which aggregate it is about and how often that had changed by then.
 *
 * @param id unique to this event, 24 hexadecimal characters that begin with its time
 * @param aggregateVersion grows with every event of the same aggregate
 */
public record Envelope<E extends Event>(
    String id, EventType type, String aggregateId, long aggregateVersion, Instant time, E data) {}
