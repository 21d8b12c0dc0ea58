package dev.ticketing.devstack.mail;

import java.util.List;

/**
 * A message as it is kept and shown. The recipients are those of the envelope, blind copies
 * included; the date is ISO 8601.
 */
public record Mail(
    String id,
    String from,
    List<String> to,
    String subject,
    String text,
    String html,
    String date) {

  boolean isFor(String address) {
    return to.stream().anyMatch(address.strip()::equalsIgnoreCase);
  }
}
