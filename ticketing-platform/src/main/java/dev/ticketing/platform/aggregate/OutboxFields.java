package dev.ticketing.platform.aggregate;

/** The names, in an aggregate's document, of what waits to be published. */
public final class OutboxFields {

  /** A JSON array of envelopes; absent when nothing waits. */
  public static final String EVENTS = "outbox";

  /** The id of the newest envelope in it; it begins with its time. Absent when nothing waits. */
  public static final String MARK = "outboxMark";

  /**
   * A JSON array of audit entries that wait to be copied to the audit; absent when none does. It
   * goes with the outbox, under the same mark.
   */
  public static final String TRAIL = "trail";

  private OutboxFields() {}
}
