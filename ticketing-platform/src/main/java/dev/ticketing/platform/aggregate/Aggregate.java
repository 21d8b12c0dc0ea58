package dev.ticketing.platform.aggregate;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.Event;
import dev.ticketing.contracts.event.EventType;
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
 * lost without the other. Its version grows by one with every write.
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
  }

  public String id() {
    return id;
  }

  public long version() {
    return version;
  }

  public final boolean hasEvents() {
    return outbox != null && !outbox.isEmpty();
  }

  /** What waits to be published, oldest first. */
  public final List<Envelope<?>> outbox() {
    return outbox == null ? List.of() : List.copyOf(outbox);
  }

  /** The id of the newest event that waits, or null. */
  public final String outboxMark() {
    return outboxMark;
  }
}
