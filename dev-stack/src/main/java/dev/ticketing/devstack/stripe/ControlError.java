package dev.ticketing.devstack.stripe;

/** A request to the controls that makes no sense; the message says why. */
final class ControlError extends RuntimeException {
  private final int status;

  ControlError(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
