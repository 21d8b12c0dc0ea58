package dev.ticketing.devstack.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/**
 * Everybody's mailbox: what is delivered here goes to the archive. A message to several recipients
 * is delivered once for each and kept once.
 */
final class ArchivingMailbox implements GreenMailUser {

  private final MailArchive archive;
  private final String recipient;

  ArchivingMailbox(MailArchive archive, String recipient) {
    this.archive = archive;
    this.recipient = recipient;
  }

  @Override
  public void deliver(MovingMessage message) {
    String first = message.getToAddresses().iterator().next().getEmail();
    if (first.equals(recipient)) {
      archive.keep((id, time) -> MailReader.read(id, time, message));
    }
  }

  @Override
  public void deliver(MimeMessage message) {
    throw new UnsupportedOperationException("Mail arrives in an envelope");
  }

  @Override
  public String getEmail() {
    return recipient;
  }

  @Override
  public String getLogin() {
    return recipient;
  }

  @Override
  public String getQualifiedMailboxName() {
    return recipient;
  }

  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public void setPassword(String password) {
    throw new UnsupportedOperationException("A mailbox of the catcher has no password");
  }

  @Override
  public void authenticate(String password) {}

  @Override
  public void create() {}

  @Override
  public void delete() {}
}
