package dev.ticketing.platform.messaging;

import dev.ticketing.contracts.event.Envelope;
import java.util.List;

/**
 * What one aggregate had to tell at one moment.
 *
 * @param id of the aggregate
 * @param mark of its outbox at that moment
 */
record Unpublished(String id, String mark, List<Envelope<?>> events) {}
