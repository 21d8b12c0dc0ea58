package dev.ticketing.platform.mail;

/** What a letter tells of is still being done: the letter waits a little. */
public final class NotYet extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotYet() {
    super("Not done yet", null, false, false);
  }
}
