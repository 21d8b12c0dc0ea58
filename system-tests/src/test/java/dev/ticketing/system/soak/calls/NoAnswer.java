package dev.ticketing.system.soak.calls;

/** A request whose outcome nobody knows: the server, or the line to it, was lost meanwhile. */
public final class NoAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoAnswer(String action, Throwable cause) {
    super(action, cause);
  }
}
