package dev.ticketing.payments.adapter.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.RefundCreateParams;
import dev.ticketing.devstack.stripe.Failure;
import dev.ticketing.devstack.stripe.StripeSandbox;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.payments.application.PaymentGateway.Standing;
import dev.ticketing.payments.application.StripeBooks.Intent;
import dev.ticketing.payments.application.StripeBooks.Unread;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeReaderTest {

  private static final String KEY = "sk_test_of_this_test";
  private static final String PAYMENT = "65000000000000000000000a";

  @TempDir private Path directory;
  private StripeSandbox sandbox;
  private StripeClient stripe;
  private StripeReader reader;

  @BeforeEach
  void startSandbox() {
    sandbox = StripeSandbox.start(directory, 0, KEY, "whsec_test", () -> null);
    stripe = StripeAccess.client(KEY, sandbox.baseUri().toString(), Duration.ofSeconds(10));
    reader = new StripeReader(stripe);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  @Test
  void anIntentIsReadThroughItsWholeLife() throws Exception {
    String id = make(PAYMENT);
    assertEquals(intent(id, Standing.HELD, 0, 0, false), reader.find(id).orElseThrow());
    stripe.v1().paymentIntents().capture(id);
    assertEquals(intent(id, Standing.CAPTURED, 1999, 0, false), reader.find(id).orElseThrow());
    RefundCreateParams part =
        RefundCreateParams.builder().setPaymentIntent(id).setAmount(500L).build();
    stripe.v1().refunds().create(part);
    assertEquals(intent(id, Standing.CAPTURED, 1999, 500, false), reader.find(id).orElseThrow());
    dispute(id);
    assertEquals(intent(id, Standing.CAPTURED, 1999, 500, true), reader.find(id).orElseThrow());
  }

  @Test
  void anIntentThatWasLetGoHasNoMoney() throws StripeException {
    String id = make(PAYMENT);
    stripe.v1().paymentIntents().cancel(id);
    Intent released = reader.find(id).orElseThrow();
    assertEquals(Standing.RELEASED, released.standing());
    assertFalse(released.hasMoney());
  }

  @Test
  void anIntentOfSomebodyElseHasNoPayment() throws StripeException {
    assertEquals(null, reader.find(make(null)).orElseThrow().paymentId());
    assertEquals(Optional.empty(), reader.find("pi_that_is_not_there"));
  }

  @Test
  void everyIntentSinceThenIsShownNewestFirstWhateverThePages() throws StripeException {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 230; i++) {
      made.add(0, make(PAYMENT));
    }
    List<String> shown = new ArrayList<>();
    reader.madeSince(Instant.now().minusSeconds(3600), intent -> shown.add(intent.id()));
    assertEquals(made, shown);
    shown.clear();
    reader.madeSince(Instant.now().plusSeconds(60), intent -> shown.add(intent.id()));
    assertEquals(List.of(), shown);
  }

  @Test
  void thatStripeDoesNotAnswerIsNotThatThereIsNothing() throws StripeException {
    String id = make(PAYMENT);
    sandbox.switches().add(Switch.at("GET", null).fail(Failure.BEFORE));
    assertThrows(Unread.class, () -> reader.find(id));
    assertThrows(Unread.class, () -> reader.madeSince(Instant.EPOCH, intent -> {}));
    sandbox.close();
    assertThrows(Unread.class, () -> reader.find(id));
  }

  @Test
  void withoutAKeyNothingIsReadable() {
    StripeReader without = new StripeReader(null);
    assertFalse(without.isReadable());
    assertTrue(reader.isReadable());
    assertThrows(Unread.class, () -> without.find("pi_1"));
    assertThrows(Unread.class, () -> without.madeSince(Instant.EPOCH, intent -> {}));
  }

  private String make(String payment) throws StripeException {
    PaymentIntentCreateParams.Builder params =
        PaymentIntentCreateParams.builder()
            .setAmount(1999L)
            .setCurrency("usd")
            .setCaptureMethod(CaptureMethod.MANUAL)
            .setConfirm(true)
            .setPaymentMethod("pm_card_visa")
            .addPaymentMethodType("card");
    if (payment != null) {
      params.putMetadata("paymentId", payment);
    }
    return stripe.v1().paymentIntents().create(params.build()).getId();
  }

  private void dispute(String id) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/_sandbox/dispute"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"paymentIntent\":\"" + id + "\"}"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private static Intent intent(
      String id, Standing standing, long received, long refunded, boolean disputed) {
    return new Intent(id, PAYMENT, standing, received, refunded, disputed);
  }
}
