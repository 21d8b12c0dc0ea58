package dev.ticketing.operations.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.RefundCreateParams;
import dev.ticketing.devstack.stripe.StripeSandbox;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeIntentsTest {

  private static final String KEY = "sk_test_operations";

  @TempDir Path directory;
  private StripeSandbox sandbox;
  private StripeClient stripe;
  private StripeIntents intents;

  @BeforeEach
  void start() {
    sandbox = StripeSandbox.start(directory, 0, KEY, "whsec_operations", () -> null);
    stripe = StripeClient.builder().setApiKey(KEY).setApiBase(sandbox.baseUri().toString()).build();
    intents = new StripeIntents(stripe);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anIntentSaysWhatIsHeldTakenAndGivenBackAndForWhom() throws StripeException {
    String held = authorize(1_000).getId();
    String taken = capture(2_000);
    String givenBack = capture(3_000);
    stripe.v1().refunds().create(RefundCreateParams.builder().setPaymentIntent(givenBack).build());

    Map<String, Document> found = Documents.byId(intents.withIds(List.of(held, taken, givenBack)));

    assertEquals(money(1_000, 0, 0), moneyOf(found.get(held)));
    assertEquals(money(0, 2_000, 0), moneyOf(found.get(taken)));
    assertEquals(money(0, 3_000, 3_000), moneyOf(found.get(givenBack)));
    assertEquals("order of 2000", found.get(taken).getString("orderId"));
    assertEquals("payment of 2000", found.get(taken).getString("paymentId"));
    assertEquals(found, scanned());
  }

  @Test
  void whatWasLetGoWasNeverTakenAndNotGivenBack() throws StripeException {
    String letGo = stripe.v1().paymentIntents().cancel(authorize(1_000).getId()).getId();

    assertEquals(money(0, 0, 0), moneyOf(scanned().get(letGo)));
  }

  @Test
  void allPagesAreRead() throws StripeException {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 101; i++) {
      made.add(authorize(1_000 + i).getId());
    }

    assertEquals(made, scanned().keySet());
  }

  @Test
  void whatWasListedAndWhatIsNewerIsPresentAndNothingElse() throws StripeException {
    String listed = authorize(1_000).getId();
    scanned();
    String newer = authorize(2_000).getId();

    Set<String> present = intents.present(List.of(listed, newer, "pi_nobody_knows"));

    assertEquals(Set.of(listed, newer), present);
  }

  private Map<String, Document> scanned() {
    Map<String, Document> found = new HashMap<>();
    intents.scan(page -> found.putAll(Documents.byId(page)));
    return found;
  }

  private static List<Long> money(long capturable, long received, long refunded) {
    return List.of(capturable, received, refunded);
  }

  private static List<Long> moneyOf(Document intent) {
    return money(
        intent.getLong("capturable"), intent.getLong("received"), intent.getLong("refunded"));
  }

  private String capture(long amount) throws StripeException {
    return stripe.v1().paymentIntents().capture(authorize(amount).getId()).getId();
  }

  private PaymentIntent authorize(long amount) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .create(
            PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("usd")
                .addPaymentMethodType("card")
                .setPaymentMethod("pm_card_visa")
                .setCaptureMethod(CaptureMethod.MANUAL)
                .setConfirm(true)
                .putMetadata("orderId", "order of " + amount)
                .putMetadata("paymentId", "payment of " + amount)
                .build());
  }
}
