package dev.ticketing.devstack;

/** An environment variable has a value nothing can be started with; the message names it. */
public final class InvalidSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidSetting(String message) {
    super(message);
  }
}
