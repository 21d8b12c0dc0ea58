package dev.ticketing.platform.idempotency;

/**
 * An answer as it is given again.
 *
 * @param location of what was made, or null
 * @param body JSON, or null
 */
public record StoredAnswer(int status, String location, String body) {

  private static final int FIRST_REFUSAL = 300;

  /** Whether the work was done. */
  boolean isSuccess() {
    return status < FIRST_REFUSAL;
  }
}
