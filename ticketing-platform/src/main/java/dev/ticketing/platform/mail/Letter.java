package dev.ticketing.platform.mail;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody shall be written to about.
 *
 * @param kind tells the writer what to say
 * @param facts what the writer has to know; stored in the clear, so without secrets
 */
public record Letter(String id, String kind, Map<String, String> facts, Instant postedAt) {

  /**
   * @throws IllegalArgumentException when the letter does not say
   */
  public String fact(String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalArgumentException("A letter of kind " + kind + " without " + name);
    }
    return value;
  }

  /** Without its facts, which are personal. */
  @Override
  public String toString() {
    return "Letter[" + kind + " " + id + "]";
  }
}
