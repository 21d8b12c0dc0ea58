package dev.ticketing.payments.adapter.stripe;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.net.Webhook;
import dev.ticketing.contracts.error.Refusal;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSealTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final String SECRET = "whsec_of_this_test";
  private static final String BODY = "{\"id\":\"evt_1\",\"type\":\"café\"}";

  private final WebhookSeal seal = new WebhookSeal(SECRET, Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @ValueSource(longs = {0, -299, -300, 299, 300})
  void aSignatureIsGoodForFiveMinutesEitherWay(long seconds) {
    assertDoesNotThrow(() -> seal.verify(BODY, signed(seconds)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, -86_400, 301, 86_400, 1_000_000_000L})
  void afterThatAndBeforeThatItIsNot(long seconds) {
    assertRefused(BODY, signed(seconds));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void aSignatureThatIsMissingIsAskedFor(String header) {
    assertRefused(BODY, header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        ",",
        "=",
        "t",
        "t,v1",
        "t=,v1=",
        "t=abc,v1=00",
        "t=99999999999999999999,v1=00",
        "t=-1,v1=00",
        "v1=00",
        "t=1798804800",
        "t=1798804800,v1=",
        "t=1798804800,v1=nothex",
        "t=1798804800;v1=00"
      })
  void aHeaderThatIsNoSignatureIsRefused(String header) {
    assertRefused(BODY, header);
  }

  @Test
  void everyByteOfTheBodyCounts() {
    String header = signed(0);
    for (int i = 0; i < BODY.length(); i++) {
      char other = (char) (BODY.charAt(i) ^ 1);
      assertRefused(BODY.substring(0, i) + other + BODY.substring(i + 1), header);
    }
    assertRefused(BODY + " ", header);
    assertRefused(BODY.substring(1), header);
    assertRefused("", header);
  }

  @Test
  void theTimeIsSignedToo() {
    String old = signed(-400);
    assertRefused(BODY, "t=" + NOW.getEpochSecond() + old.substring(old.indexOf(',')));
    assertRefused(BODY, "t=" + NOW.getEpochSecond() + "," + old);
    assertRefused(BODY, old + ",t=" + NOW.getEpochSecond());
  }

  @Test
  void anotherSecretIsNotOurs() {
    assertRefused(BODY, header(0, BODY, "whsec_of_another"));
  }

  @Test
  void anotherSchemeIsNone() {
    assertRefused(BODY, signed(0).replace("v1=", "v0="));
    assertRefused(BODY, signed(0).replace("v1=", "V1="));
    assertRefused(BODY, signed(0).replace("v1=", "v11="));
  }

  @Test
  void ofSeveralSignaturesOneIsEnoughAsWhenASecretIsChanged() {
    String good = signed(0);
    String old = header(0, BODY, "whsec_before").replaceFirst("t=\\d+,", "");
    assertDoesNotThrow(() -> seal.verify(BODY, good + "," + old));
    assertDoesNotThrow(() -> seal.verify(BODY, good.replace(",v1", "," + old + ",v0=00,v1")));
    assertRefused(BODY, "t=" + NOW.getEpochSecond() + "," + old + "," + old);
  }

  @Test
  void anEmptyBodyMayBeSignedAsWell() {
    assertDoesNotThrow(() -> seal.verify("", header(0, "", SECRET)));
  }

  private void assertRefused(String body, String header) {
    Refusal refusal =
        assertThrows(Refusal.class, () -> seal.verify(body, header), "accepted " + header);
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
    assertEquals("Stripe-Signature", refusal.body().errors().get(0).field());
  }

  private static String signed(long secondsFromNow) {
    return header(secondsFromNow, BODY, SECRET);
  }

  private static String header(long secondsFromNow, String body, String secret) {
    try {
      long time = NOW.plusSeconds(secondsFromNow).getEpochSecond();
      return Webhook.Signature.generateSignatureHeader(body, secret, time);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
