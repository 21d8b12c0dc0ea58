package dev.ticketing.operations;

/** Something that a command needs is not there; the message is one line that names the variable. */
public final class Unreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
