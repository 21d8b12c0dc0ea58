package dev.ticketing.platform.aggregate;

import java.lang.reflect.Field;

/** Aggregates as the persistence provider makes them from a document. */
final class Stored {

  private Stored() {}

  static Listing as(Listing written, long version) {
    Listing loaded = new Listing();
    set(loaded, "id", written.id());
    set(loaded, "version", version);
    EnvelopesConverter converter = new EnvelopesConverter();
    set(
        loaded,
        "outbox",
        converter.convertToEntityAttribute(converter.convertToDatabaseColumn(written.outbox())));
    set(loaded, "outboxMark", written.outboxMark());
    return loaded;
  }

  private static void set(Aggregate aggregate, String name, Object value) {
    try {
      Field field = Aggregate.class.getDeclaredField(name);
      field.setAccessible(true);
      field.set(aggregate, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
