package dev.ticketing.platform.aggregate;

/**
 * The id that something new is to have. It was chosen before the work began, so that whoever
 * repeats the work after a crash makes the same thing and not a second one.
 *
 * @param mayBeTaken whether the work may have been begun under this id before
 */
public record ReservedId(String value, boolean mayBeTaken) {

  /** An id that nobody has heard of. */
  public static ReservedId fresh() {
    return new ReservedId(Identifier.next(), false);
  }
}
