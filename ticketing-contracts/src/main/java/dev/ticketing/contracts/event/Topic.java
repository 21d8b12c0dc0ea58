package dev.ticketing.contracts.event;

import java.util.Locale;

/** One topic per kind of aggregate, keyed by the aggregate's id, each with a dead-letter topic. */
public enum Topic {
  USERS,
  SESSIONS,
  TICKETS,
  ORDERS,
  PAYMENTS,
  RESERVATIONS;

  private static final String DEAD_LETTER_SUFFIX = ".dead";

  public String topicName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String deadLetterName() {
    return deadLetterName(topicName());
  }

  /** The dead-letter topic of any topic. */
  public static String deadLetterName(String topic) {
    return topic + DEAD_LETTER_SUFFIX;
  }
}
