package dev.ticketing.platform.idempotency;

import dev.ticketing.platform.aggregate.ReservedId;

/**
 * The right to do the work of one key, until its lease is over. Whoever takes over from a request
 * that did not end gets the same reserved id.
 */
final class Claim implements Outcome {

  private final String record;
  private final String lease;
  private final ReservedId id;
  private boolean begun;

  /**
   * @param record the id of the stored key
   * @param lease tells this request from others that have had the key
   */
  Claim(String record, String lease, ReservedId id) {
    this.record = record;
    this.lease = lease;
    this.id = id;
    this.begun = id.mayBeTaken();
  }

  String record() {
    return record;
  }

  String lease() {
    return lease;
  }

  String resourceId() {
    return id.value();
  }

  /** The work begins now: its end counts, whatever it is. */
  synchronized ReservedId begin() {
    begun = true;
    return id;
  }

  /** Whether anything may have been done under the reserved id. */
  synchronized boolean isBegun() {
    return begun;
  }
}
