package dev.ticketing.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.com",
        "o'neil+tickets_1@mail.example.co.uk",
        "a!#$%&'*/=?^`{|}~-@x.y"
      })
  void aBareAddressIsWrittenTo(String address) {
    assertEquals(address, new Mail(address, "Hello", "text").to());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.com\r\nBcc: eve@example.com",
        "ann@example.com,eve@example.com",
        "ann@example.com;eve@example.com",
        "Ann <ann@example.com>",
        "ann@example.com ",
        "ann@eve@example.com",
        "ann",
        ""
      })
  void whatIsMoreThanOneBareAddressIsRefused(String address) {
    assertThrows(IllegalArgumentException.class, () -> new Mail(address, "Hello", "text"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello\r\nBcc: eve@example.com", "Hello\n", "Hello\u0000", ""})
  void aSubjectThatIsNotOneLineIsRefused(String subject) {
    assertThrows(
        IllegalArgumentException.class, () -> new Mail("ann@example.com", subject, "text"));
  }

  @Test
  void aMailsNameDoesNotTellWhatItSays() {
    assertFalse(new Mail("ann@example.com", "Hello", "secret").toString().contains("secret"));
  }
}
