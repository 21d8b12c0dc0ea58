package dev.ticketing.platform.json;

/** A message that is not one of our events; trying again cannot help. */
public final class MalformedEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedEvent(String reason, Throwable cause) {
    super(reason, cause);
  }
}
