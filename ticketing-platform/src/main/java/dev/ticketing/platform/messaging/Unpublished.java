package dev.ticketing.platform.messaging;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.platform.audit.AuditEntry;
import java.util.List;

/**
 * What one aggregate had to tell at one moment.
 *
 * @param id of the aggregate
 * @param mark of its outbox at that moment
 * @param trail what it has to leave in the audit before it is cleared
 */
record Unpublished(String id, String mark, List<Envelope<?>> events, List<AuditEntry> trail) {}
