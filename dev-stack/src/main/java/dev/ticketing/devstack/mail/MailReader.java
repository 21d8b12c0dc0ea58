package dev.ticketing.devstack.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Turns a MIME message into the few fields that people and tests look at. */
final class MailReader {

  private MailReader() {}

  static Mail read(String id, Instant received, MovingMessage incoming) {
    MimeMessage message = incoming.getMessage();
    List<String> recipients =
        incoming.getToAddresses().stream().map(MailAddress::getEmail).sorted().toList();
    try {
      return new Mail(
          id,
          from(message),
          recipients,
          Objects.requireNonNullElse(message.getSubject(), ""),
          body(message, "text/plain"),
          body(message, "text/html"),
          received.toString());
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("Not a readable message", e);
    }
  }

  private static String from(MimeMessage message) throws MessagingException {
    return message.getFrom() == null
        ? ""
        : Arrays.stream(message.getFrom())
            .map(address -> address instanceof InternetAddress mail ? mail.getAddress() : "")
            .findFirst()
            .orElse("");
  }

  /** The first part of the type, or null where the message has none. */
  private static String body(Part part, String type) throws MessagingException, IOException {
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return null;
    }
    if (part.isMimeType(type)) {
      return part.getContent() instanceof String text ? text : null;
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart child = parts.getBodyPart(i);
        String text = body(child, type);
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }
}
