package dev.ticketing.platform.audit;

/**
 * Writes down what no event of an aggregate tells of: sign-ins, for example. What an event tells of
 * needs no call: it leaves its trace in the same write as the change itself, see {@link
 * dev.ticketing.platform.aggregate.Aggregate}.
 */
@FunctionalInterface
public interface Audit {

  /**
   * Has stored the deed when it returns, and throws when it could not. Call it before the deed
   * takes effect: a deed without its entry cannot be, an entry whose deed was cut off can.
   */
  void write(Deed deed);
}
