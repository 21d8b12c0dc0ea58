package dev.ticketing.platform.mail.delivery;

import dev.ticketing.platform.mail.Mail;

/** Takes mail over from us. */
@FunctionalInterface
public interface MailServer {

  /**
   * @param id the same for the same letter, so that whoever gets it twice can tell
   * @throws MailServerAway when it takes nothing at the moment
   * @throws MailRefused when it will never take this one
   */
  void take(String id, Mail mail);
}
