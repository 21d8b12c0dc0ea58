package dev.ticketing.platform.mail.delivery;

import dev.ticketing.platform.mail.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A mail server over SMTP, through Jakarta Mail; a connection for each mail. */
public final class SmtpServer implements MailServer {

  private static final String CONNECT_MILLIS = "5000";
  private static final String ANSWER_MILLIS = "20000";

  private final SmtpUrl url;
  private final InternetAddress from;
  private final Clock clock;
  private final Session session;

  SmtpServer(SmtpUrl url, String from, Clock clock) {
    this.url = url;
    this.from = senderOf(from);
    this.clock = clock;
    this.session = Session.getInstance(properties());
  }

  /** The server that {@code smtp.url} names, with mail from {@code mail.from}. */
  public static SmtpServer configured(Clock clock) {
    Config config = ConfigProvider.getConfig();
    return new SmtpServer(
        SmtpUrl.parse(config.getValue("smtp.url", String.class)),
        config.getValue("mail.from", String.class),
        clock);
  }

  private static InternetAddress senderOf(String text) {
    try {
      return new InternetAddress(text, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException("MAIL_FROM must be one mail address", e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.localhost", domain());
    properties.setProperty("mail.smtp.auth", String.valueOf(url.user() != null));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.socketFactory", trustingTheUsual().getSocketFactory());
    switch (url.security()) {
      case IF_OFFERED -> properties.setProperty("mail.smtp.starttls.enable", "true");
      case REQUIRED -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case FROM_THE_START -> properties.setProperty("mail.smtp.ssl.enable", "true");
    }
    return properties;
  }

  /** Whom the JVM trusts; the application server's default trusts nobody but itself. */
  private static SSLContext trustingTheUsual() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No TLS", e);
    }
  }

  private String domain() {
    return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
  }

  @Override
  public void take(String id, Mail mail) {
    MimeMessage message = messageOf(id, mail);
    try (Transport transport = session.getTransport("smtp")) {
      connect(transport);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException e) {
      throw failureOf(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("Not handed over: " + e.getMessage(), e);
    }
  }

  private void connect(Transport transport) {
    try {
      transport.connect(url.host(), url.port(), url.user(), url.password());
    } catch (MessagingException e) {
      throw new MailServerAway(url + ": " + e.getMessage(), e);
    }
  }

  private static RuntimeException failureOf(SendFailedException e) {
    boolean forGood = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
    return forGood
        ? new MailRefused(e.getMessage(), e)
        : new IllegalStateException("Not handed over: " + e.getMessage(), e);
  }

  private MimeMessage messageOf(String id, Mail mail) {
    try {
      MimeMessage message = new Identified(session, "<" + id + "@" + domain() + ">");
      message.setFrom(from);
      message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.to(), true));
      message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
      message.setText(mail.text(), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.saveChanges();
      return message;
    } catch (AddressException e) {
      throw new MailRefused("No mail address", e);
    } catch (MessagingException e) {
      throw new IllegalStateException("Cannot be written", e);
    }
  }

  /** With an id of ours, where the library would invent one each time. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
