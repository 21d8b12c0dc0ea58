package dev.ticketing.platform.mail.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.platform.mail.delivery.SmtpUrl.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.com, IF_OFFERED, 25",
    "smtp://mail.example.com:3025, IF_OFFERED, 3025",
    "smtp+starttls://mail.example.com, REQUIRED, 587",
    "SMTPS://mail.example.com/, FROM_THE_START, 465"
  })
  void theSchemeTellsHowTheConnectionIsEncrypted(String text, Security security, int port) {
    SmtpUrl url = SmtpUrl.parse(text);
    assertEquals(security, url.security());
    assertEquals("mail.example.com", url.host());
    assertEquals(port, url.port());
    assertNull(url.user());
  }

  @Test
  void userAndPasswordArePercentEncoded() {
    SmtpUrl url = SmtpUrl.parse("smtp://ann%40example.com:a+b%3A%2F:c@mail.example.com");
    assertEquals("ann@example.com", url.user());
    assertEquals("a+b:/:c", url.password());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mail.example.com:25",
        "http://mail.example.com",
        "smtp:/",
        "smtp://u:secret@:25 "
      })
  void anythingElseIsRefusedInOneLineThatNamesTheVariableAndNoSecret(String text) {
    String complaint =
        assertThrows(IllegalArgumentException.class, () -> SmtpUrl.parse(text)).getMessage();
    assertTrue(complaint.startsWith("SMTP_URL must be"), complaint);
    assertFalse(complaint.contains("secret"), complaint);
  }

  @Test
  void itsTextDoesNotShowThePassword() {
    String text = SmtpUrl.parse("smtps://ann:secret@mail.example.com").toString();
    assertEquals("smtps://mail.example.com:465", text);
  }
}
