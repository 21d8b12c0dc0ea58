package dev.ticketing.platform.mail.delivery;

/** No mail can be handed over at the moment. */
public final class MailServerAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MailServerAway(String message, Throwable cause) {
    super(message, cause);
  }
}
