package dev.ticketing.platform.aggregate;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.Event;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.audit.AuditEntry;
import dev.ticketing.platform.audit.AuditEntry.Outcome;
import dev.ticketing.platform.audit.RequestOrigin;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One document that changes as a whole. What it has to tell others is stored inside it, in the same
 * write as the change itself, and stays there until the broker has acknowledged it: neither can be
 * lost without the other. The same write leaves a trace of each event, with whoever caused it,
 * which is copied to the domain's audit from there. Its version grows by one with every write.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class Aggregate {

  @Id private String id;
  @Version private long version;

  @Column(name = OutboxFields.EVENTS)
  @Convert(converter = EnvelopesConverter.class)
  private List<Envelope<?>> outbox;

  @Column(name = OutboxFields.MARK)
  private String outboxMark;

  @Column(name = OutboxFields.TRAIL)
  @Convert(converter = TrailConverter.class)
  private List<AuditEntry> trail;

  @Transient private boolean isNew;

  /** For the persistence provider. */
  protected Aggregate() {}

  protected Aggregate(String id) {
    this.id = id;
    this.isNew = true;
  }

  /**
   * Keeps an event to be published once the change that caused it is stored. A change tells one
   * event at most: consumers go by its version, and would ignore a second one.
   */
  protected final void tell(Event event, Instant time) {
    String eventId = Identifier.next();
    List<Envelope<?>> events = outbox == null ? new ArrayList<>() : new ArrayList<>(outbox);
    events.add(
        new Envelope<>(eventId, EventType.of(event), id, isNew ? 0 : version + 1, time, event));
    outbox = events;
    outboxMark = eventId;
    if (isAudited()) {
      leaveTrace(
          eventId, EventType.of(event).name(), RequestOrigin.ofThisThread(), auditDetail(), time);
    }
  }

  /** Leaves a trace of an act that nobody else needs to hear of. */
  protected final void note(String what, Instant time) {
    note(what, RequestOrigin.ofThisThread(), auditDetail(), time);
  }

  /** Leaves a trace of what a user does whom the request itself does not name yet. */
  protected final void noteBy(String userId, String what, Instant time) {
    noteBy(userId, what, auditDetail(), time);
  }

  /**
   * @param detail of this act, or null; never a secret
   */
  protected final void noteBy(String userId, String what, String detail, Instant time) {
    note(what, RequestOrigin.ofThisThread().of(userId), detail, time);
  }

  private void note(String what, RequestOrigin origin, String detail, Instant time) {
    outboxMark = Identifier.next();
    leaveTrace(outboxMark, what, origin, detail, time);
  }

  private void leaveTrace(
      String entryId, String what, RequestOrigin origin, String detail, Instant time) {
    List<AuditEntry> entries = trail == null ? new ArrayList<>() : new ArrayList<>(trail);
    entries.add(new AuditEntry(entryId, time, what, Outcome.DONE, origin, id, detail));
    trail = entries;
  }

  /** Whether what it tells belongs into the audit; what only follows another's act does not. */
  protected boolean isAudited() {
    return true;
  }

  /** What an auditor needs besides its id, as it is now; or null. Never a secret. */
  protected String auditDetail() {
    return null;
  }

  public String id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** Whether an event or a trace waits to be taken out. */
  public final boolean hasSomethingWaiting() {
    return outboxMark != null;
  }

  /** What waits to be published, oldest first. */
  public final List<Envelope<?>> outbox() {
    return outbox == null ? List.of() : List.copyOf(outbox);
  }

  /** What waits to be copied to the audit, oldest first. */
  public final List<AuditEntry> trail() {
    return trail == null ? List.of() : List.copyOf(trail);
  }

  /** The id of the newest event or trace that waits, or null. */
  public final String outboxMark() {
    return outboxMark;
  }
}
