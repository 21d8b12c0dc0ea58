package dev.ticketing.devstack.stripe;

/**
 * Tells the sandbox to treat certain requests badly. A request matches when the method, the path (a
 * pattern in which {@code *} stands for anything) and the operation are what the switch names; null
 * matches everything. A switch acts the given number of times, or with 0 until it is cleared.
 */
public record Switch(
    String method,
    String path,
    String operation,
    long delayMillis,
    Failure failure,
    int status,
    String declineCode,
    int times) {

  /** Matches one operation: create, confirm, capture, cancel, refund, retrieve, update, list. */
  public static Switch on(String operation) {
    return new Switch(null, null, operation, 0, Failure.NONE, 500, "generic_decline", 0);
  }

  /** Matches every request with this method (or null) whose path fits the pattern (or null). */
  public static Switch at(String method, String path) {
    return new Switch(method, path, null, 0, Failure.NONE, 500, "generic_decline", 0);
  }

  public Switch delay(long millis) {
    return new Switch(method, path, operation, millis, failure, status, declineCode, times);
  }

  public Switch fail(Failure with) {
    return new Switch(method, path, operation, delayMillis, with, status, declineCode, times);
  }

  /** The status of the server error with {@link Failure#BEFORE} and {@link Failure#AFTER}. */
  public Switch withStatus(int code) {
    return new Switch(method, path, operation, delayMillis, failure, code, declineCode, times);
  }

  /** The decline code with {@link Failure#CARD_DECLINED}. */
  public Switch withDeclineCode(String code) {
    return new Switch(method, path, operation, delayMillis, failure, status, code, times);
  }

  public Switch limitedTo(int requests) {
    return new Switch(method, path, operation, delayMillis, failure, status, declineCode, requests);
  }
}
