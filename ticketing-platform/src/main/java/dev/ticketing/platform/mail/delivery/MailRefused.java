package dev.ticketing.platform.mail.delivery;

/** The mail server will not take this message, however often it is asked. */
public final class MailRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MailRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
