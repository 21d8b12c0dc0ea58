package dev.ticketing.payments.adapter.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.Money;
import dev.ticketing.devstack.stripe.Books;
import dev.ticketing.devstack.stripe.Failure;
import dev.ticketing.devstack.stripe.StripeSandbox;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.payments.application.PaymentGateway.Absent;
import dev.ticketing.payments.application.PaymentGateway.AlreadyCaptured;
import dev.ticketing.payments.application.PaymentGateway.Authorized;
import dev.ticketing.payments.application.PaymentGateway.Cancelled;
import dev.ticketing.payments.application.PaymentGateway.Capture;
import dev.ticketing.payments.application.PaymentGateway.Captured;
import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.PaymentGateway.InvalidToken;
import dev.ticketing.payments.application.PaymentGateway.Refunded;
import dev.ticketing.payments.application.PaymentGateway.Refused;
import dev.ticketing.payments.application.PaymentGateway.Standing;
import dev.ticketing.payments.application.PaymentGateway.Unavailable;
import dev.ticketing.payments.application.PaymentGateway.Unknown;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.platform.aggregate.Identifier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeGatewayTest {

  private static final String KEY = "sk_test_of_this_test";
  private static final Instant NOW = Instant.now();

  @TempDir private Path directory;
  private StripeSandbox sandbox;
  private StripeGateway gateway;

  @BeforeEach
  void startSandbox() {
    sandbox = StripeSandbox.start(directory, 0, KEY, "whsec_test", () -> null);
    gateway = gatewayWith(KEY);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_visa", "pm_card_visa", "tok_mastercard"})
  void aGoodCardHasExactlyTheAmountSetAside(String token) {
    Payment payment = payment(token);
    assertInstanceOf(Authorized.class, gateway.authorize(payment));
    Books.Entry intent = sandbox.books().intents().get(0);
    assertEquals(1999, intent.amountCapturable());
    assertEquals("requires_capture", intent.status());
    assertEquals(payment.id() + "-authorize", intent.idempotencyKey());
    assertEquals(payment.id(), intent.metadata().get("paymentId"));
    assertEquals(payment.orderId(), intent.metadata().get("orderId"));
  }

  @ParameterizedTest
  @CsvSource({
    "tok_chargeDeclined, declined",
    "tok_chargeDeclinedInsufficientFunds, insufficient",
    "tok_chargeDeclinedExpiredCard, expired",
    "tok_chargeDeclinedIncorrectCvc, security code",
    "pm_card_chargeDeclined, declined",
    "tok_threeDSecure2Required, authentic"
  })
  void aCardThatIsDeclinedSaysWhy(String token, String why) {
    Declined declined = assertInstanceOf(Declined.class, gateway.authorize(payment(token)));
    assertTrue(declined.message().contains(why), declined.message());
    assertTrue(!declined.message().contains("request-id"), declined.message());
    assertEquals(0, sandbox.books().amountCapturable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_doesNotExist", "pm_doesNotExist"})
  void aTokenThatStripeDoesNotKnowIsTheClientsMistake(String token) {
    assertInstanceOf(InvalidToken.class, gateway.authorize(payment(token)));
  }

  @Test
  void askingAgainFindsTheSameIntent() {
    Payment payment = payment("tok_visa");
    assertEquals(gateway.authorize(payment), gateway.authorize(payment));
    assertEquals(1, sandbox.books().intents().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AFTER", "CONNECTION_AFTER", "BEFORE", "CONNECTION"})
  void anAnswerThatIsLostIsUnknownAndAskingAgainTells(Failure failure) {
    Payment payment = payment("tok_visa");
    sandbox.switches().add(once(Switch.on("create").fail(failure)));
    assertInstanceOf(Unknown.class, gateway.authorize(payment));
    assertInstanceOf(Authorized.class, gateway.authorize(payment));
    assertEquals(1, sandbox.books().intents().size());
  }

  @Test
  void anErrorThatStripeRemembersIsSeenThroughByLookingIntoItsBooks() {
    Payment payment = payment("tok_visa");
    gateway.authorize(payment("tok_visa"));
    sandbox.switches().add(Switch.on("create").fail(Failure.AFTER_REMEMBERED).limitedTo(1));
    assertInstanceOf(Unknown.class, gateway.authorize(payment));
    assertInstanceOf(Unknown.class, gateway.authorize(payment));
    Authorized found = assertInstanceOf(Authorized.class, gateway.lookUp(payment));
    assertEquals(2, sandbox.books().intents().size());
    Books.Entry intent =
        sandbox.books().intents().stream()
            .filter(entry -> payment.id().equals(entry.metadata().get("paymentId")))
            .findFirst()
            .orElseThrow();
    assertEquals(intent.id(), found.stripeId());
  }

  @Test
  void anErrorThatStripeRemembersAndThatDidNothingIsFoundToHaveDoneNothing() {
    Payment payment = payment("tok_visa");
    sandbox.switches().add(Switch.on("create").fail(Failure.BEFORE_REMEMBERED).limitedTo(1));
    assertInstanceOf(Unknown.class, gateway.authorize(payment));
    assertInstanceOf(Unknown.class, gateway.authorize(payment));
    assertInstanceOf(Absent.class, gateway.lookUp(payment));
    assertEquals(0, sandbox.books().intents().size());
  }

  @Test
  void aDeclineIsFoundInTheBooksToo() {
    Payment payment = payment("tok_chargeDeclined");
    gateway.authorize(payment);
    assertInstanceOf(Declined.class, gateway.lookUp(payment));
  }

  @Test
  void booksThatCannotBeReadTellNothing() {
    Payment payment = authorized();
    sandbox.switches().add(Switch.on("list").fail(Failure.BEFORE));
    assertInstanceOf(Unknown.class, gateway.lookUp(payment));
    assertInstanceOf(Unknown.class, new StripeGateway(null).lookUp(payment));
  }

  @Test
  void anAnswerThatIsTooSlowIsUnknown() {
    StripeGateway impatient =
        new StripeGateway(
            StripeAccess.client(KEY, sandbox.baseUri().toString(), Duration.ofMillis(200)));
    sandbox.switches().add(Switch.on("create").delay(2_000).limitedTo(1));
    assertInstanceOf(Unknown.class, impatient.authorize(payment("tok_visa")));
  }

  @Test
  void nobodyAtTheOtherEndIsUnknown() {
    Payment payment = authorized();
    sandbox.close();
    assertInstanceOf(Unknown.class, gateway.authorize(payment("tok_visa")));
    assertInstanceOf(Unknown.class, gateway.capture(payment));
    assertInstanceOf(Unknown.class, gateway.cancel(payment));
    assertEquals(Standing.UNKNOWN, gateway.standingOf(payment));
  }

  @Test
  void aCardInProcessingIsUnknownUntilItIsSettled() {
    sandbox.switches().add(Switch.on("create").fail(Failure.PROCESSING).limitedTo(1));
    assertInstanceOf(Unknown.class, gateway.authorize(payment("tok_visa")));
  }

  @Test
  void aKeyThatIsNotStripesIsNobodysDecline() {
    assertInstanceOf(
        Unavailable.class, gatewayWith("sk_test_of_another").authorize(payment("tok_visa")));
  }

  @Test
  void withoutAKeyNothingIsKnown() {
    StripeGateway without = new StripeGateway(null);
    assertEquals(false, without.isConfigured());
    assertInstanceOf(Unknown.class, without.authorize(payment("tok_visa")));
  }

  @Test
  void captureTakesTheWholeAmountOnce() {
    Payment payment = authorized();
    assertEquals(new Captured(1999), gateway.capture(payment));
    assertEquals(new Captured(1999), gateway.capture(payment));
    assertEquals(1999, sandbox.books().amountReceived());
    assertEquals(Standing.CAPTURED, gateway.standingOf(payment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AFTER", "CONNECTION_AFTER", "BEFORE", "CONNECTION"})
  void aCaptureWhoseAnswerIsLostIsNeverDoneTwice(Failure failure) {
    Payment payment = authorized();
    sandbox.switches().add(once(Switch.on("capture").fail(failure)));
    Capture first = gateway.capture(payment);
    assertEquals(failure == Failure.AFTER ? new Captured(1999) : new Unknown(), first);
    assertEquals(new Captured(1999), gateway.capture(payment));
    assertEquals(1999, sandbox.books().amountReceived());
  }

  @Test
  void aCaptureThatStripeAnswersWithAnErrorForEverIsStillFoundOut() {
    Payment payment = authorized();
    sandbox.switches().add(Switch.on("capture").fail(Failure.BEFORE));
    assertInstanceOf(Unknown.class, gateway.capture(payment));
    sandbox.switches().clear();
    sandbox.switches().add(Switch.on("capture").fail(Failure.AFTER));
    assertEquals(new Captured(1999), gateway.capture(payment));
    assertEquals(1999, sandbox.books().amountReceived());
  }

  @Test
  void aCaptureThatTheBankRefusesLeavesNothingSetAside() {
    Payment payment = authorized();
    sandbox.switches().add(Switch.on("capture").fail(Failure.CARD_DECLINED).limitedTo(1));
    assertInstanceOf(Refused.class, gateway.capture(payment));
    assertEquals(0, sandbox.books().amountCapturable());
    assertEquals(0, sandbox.books().amountReceived());
  }

  @Test
  void whatWasCancelledCannotBeCaptured() {
    Payment payment = authorized();
    assertInstanceOf(Cancelled.class, gateway.cancel(payment));
    assertInstanceOf(Refused.class, gateway.capture(payment));
    assertEquals(0, sandbox.books().amountReceived());
    assertEquals(Standing.RELEASED, gateway.standingOf(payment));
  }

  @Test
  void cancellingLetsTheMoneyGoAndMayBeRepeated() {
    Payment payment = authorized();
    assertEquals(Standing.HELD, gateway.standingOf(payment));
    assertInstanceOf(Cancelled.class, gateway.cancel(payment));
    assertInstanceOf(Cancelled.class, gateway.cancel(payment));
    assertEquals(0, sandbox.books().amountCapturable());
  }

  @Test
  void whatWasCapturedCannotBeCancelledButRefundedOnce() {
    Payment payment = authorized();
    gateway.capture(payment);
    assertInstanceOf(AlreadyCaptured.class, gateway.cancel(payment));
    assertInstanceOf(Refunded.class, gateway.refund(payment));
    assertInstanceOf(Refunded.class, gateway.refund(payment));
    assertEquals(1999, sandbox.books().amountRefunded());
  }

  /** The JDK's HTTP client itself asks a second time when a connection is closed on it. */
  private static Switch once(Switch rule) {
    boolean closes = rule.failure().name().startsWith("CONNECTION");
    return rule.limitedTo(closes ? 2 : 1);
  }

  private Payment authorized() {
    Payment payment = payment("tok_visa");
    Authorized answer = assertInstanceOf(Authorized.class, gateway.authorize(payment));
    payment.authorize(answer.stripeId(), NOW);
    return payment;
  }

  private StripeGateway gatewayWith(String key) {
    return new StripeGateway(
        StripeAccess.client(key, sandbox.baseUri().toString(), Duration.ofSeconds(10)));
  }

  private static Payment payment(String token) {
    PayableOrder order =
        new PayableOrder(
            Identifier.next(),
            0,
            Identifier.next(),
            Money.of(new BigDecimal("19.99"), "usd"),
            NOW.plusSeconds(900),
            OrderStatus.CREATED,
            null,
            null);
    return Payment.request(Identifier.next(), order, token, NOW);
  }
}
