package dev.ticketing.platform.mail.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.ticketing.platform.mail.Mail;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpServerTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final String FROM = "Ticketing <no-reply@ticketing.dev>";
  private static final String LINK = "http://localhost/auth/reset?token=" + "a".repeat(70);
  private static final Mail MAIL = new Mail("ann@example.com", "Für Sie", LINK + "\nGruß\n");

  private final GreenMail catcher =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    catcher.start();
  }

  @AfterEach
  void stop() {
    catcher.stop();
  }

  @Test
  void aMailArrivesAsItWasWritten() throws Exception {
    server("smtp://127.0.0.1:" + port()).take("65000000000000000000000a", MAIL);

    MimeMessage arrived = catcher.getReceivedMessages()[0];
    assertEquals("Für Sie", arrived.getSubject());
    assertEquals(
        MAIL.text().strip(), arrived.getContent().toString().replace("\r\n", "\n").strip());
    assertEquals("ann@example.com", arrived.getAllRecipients()[0].toString());
    assertEquals(1, arrived.getAllRecipients().length);
    assertEquals(FROM, arrived.getFrom()[0].toString());
    assertEquals(Date.from(NOW), arrived.getSentDate());
    assertEquals("<65000000000000000000000a@ticketing.dev>", arrived.getMessageID());
    assertArrayEquals(new String[] {"auto-generated"}, arrived.getHeader("Auto-Submitted"));
  }

  @Test
  void whoeverNeedsAPasswordIsGivenIt() throws UserException {
    catcher.setUser("postbox@example.com", "postbox", "p:w");
    catcher.getUserManager().setAuthRequired(true);

    server("smtp://postbox:p%3Aw@127.0.0.1:" + port()).take("a", MAIL);

    assertEquals(1, catcher.getReceivedMessages().length);
    MailServerAway refused =
        assertThrows(
            MailServerAway.class,
            () -> server("smtp://postbox:wrong@127.0.0.1:" + port()).take("a", MAIL));
    assertFalse(refused.getMessage().contains("wrong"), refused.getMessage());
  }

  @Test
  void aServerThatDoesNotAnswerIsAway() {
    int port = port();
    catcher.stop();
    assertThrows(MailServerAway.class, () -> server("smtp://127.0.0.1:" + port).take("a", MAIL));
  }

  @Test
  void whereTlsIsRequiredNothingIsSentWithoutIt() {
    assertThrows(
        MailServerAway.class, () -> server("smtp+starttls://127.0.0.1:" + port()).take("a", MAIL));
    assertEquals(0, catcher.getReceivedMessages().length);
  }

  @Test
  void aSenderThatIsNoAddressIsRefusedAndTheVariableNamed() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SmtpServer(SmtpUrl.parse("smtp://x"), "a@b, c@d", Clock.systemUTC()));
    assertTrue(refused.getMessage().startsWith("MAIL_FROM"), refused.getMessage());
  }

  private int port() {
    return catcher.getSmtp().getPort();
  }

  private static SmtpServer server(String url) {
    return new SmtpServer(SmtpUrl.parse(url), FROM, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
