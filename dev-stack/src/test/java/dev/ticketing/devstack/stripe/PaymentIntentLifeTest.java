package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Token;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.TokenCreateParams;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentIntentLifeTest extends SandboxFixture {

  @Test
  void anIntentGoesThroughItsStatesStepByStep() throws StripeException {
    PaymentIntent created = stripe.v1().paymentIntents().create(cardPayment(1999).build());
    assertEquals("requires_payment_method", created.getStatus());
    assertTrue(created.getClientSecret().startsWith(created.getId() + "_secret_"));

    PaymentIntent chosen =
        stripe
            .v1()
            .paymentIntents()
            .update(
                created.getId(),
                PaymentIntentUpdateParams.builder()
                    .setPaymentMethod("pm_card_mastercard")
                    .putMetadata("order", "42")
                    .build());
    assertEquals("requires_confirmation", chosen.getStatus());

    PaymentIntent paid = stripe.v1().paymentIntents().confirm(created.getId());
    assertEquals("succeeded", paid.getStatus());
    assertEquals(1999, paid.getAmountReceived());
    assertEquals(Map.of("order", "42"), retrieve(created.getId()).getMetadata());

    Charge charge = stripe.v1().charges().retrieve(paid.getLatestCharge());
    assertTrue(charge.getCaptured());
    assertEquals("mastercard", charge.getPaymentMethodDetails().getCard().getBrand());
    assertEquals(1999, sandbox.books().amountReceived());
  }

  @Test
  void aTokenBecomesAPaymentMethodThatPays() throws StripeException {
    PaymentMethod method =
        stripe
            .v1()
            .paymentMethods()
            .create(
                PaymentMethodCreateParams.builder()
                    .setType(PaymentMethodCreateParams.Type.CARD)
                    .setCard(PaymentMethodCreateParams.Token.builder().setToken("tok_amex").build())
                    .build());
    assertEquals(
        "amex", stripe.v1().paymentMethods().retrieve(method.getId()).getCard().getBrand());
    PaymentIntent paid = stripe.v1().paymentIntents().create(confirmed(700, method.getId()));
    assertEquals(method.getId(), paid.getPaymentMethod());
    assertEquals("succeeded", paid.getStatus());
  }

  @Test
  void aTokenMadeFromACardNumberIsGoodForOnePayment() throws StripeException {
    Token token =
        stripe
            .v1()
            .tokens()
            .create(
                TokenCreateParams.builder()
                    .setCard(
                        TokenCreateParams.Card.builder()
                            .setNumber("4242424242424242")
                            .setExpMonth("11")
                            .setExpYear("2040")
                            .setCvc("123")
                            .build())
                    .build());
    assertEquals("4242", token.getCard().getLast4());
    PaymentIntentCreateParams params = withToken(token.getId());
    assertEquals("succeeded", stripe.v1().paymentIntents().create(params).getStatus());
    InvalidRequestException again =
        assertThrows(
            InvalidRequestException.class, () -> stripe.v1().paymentIntents().create(params));
    assertEquals("token_already_used", again.getCode());
    assertTrue(stripe.v1().tokens().retrieve(token.getId()).getUsed());
  }

  @Test
  void manualCaptureSetsTheMoneyAsideFirst() throws StripeException {
    PaymentIntent held = authorize(5000);
    assertEquals("requires_capture", held.getStatus());
    assertEquals(5000, held.getAmountCapturable());
    assertEquals(0, held.getAmountReceived());
    assertEquals(5000, sandbox.books().amountCapturable());

    PaymentIntent captured = stripe.v1().paymentIntents().capture(held.getId());
    assertEquals("succeeded", captured.getStatus());
    assertEquals(0, captured.getAmountCapturable());
    assertEquals(5000, captured.getAmountReceived());
    assertEquals(5000, sandbox.books().amountReceived());
  }

  @Test
  void aPartialCaptureTakesThatPartAndNoMore() throws StripeException {
    PaymentIntent held = authorize(5000);
    InvalidRequestException tooMuch =
        assertThrows(InvalidRequestException.class, () -> capture(held, 5001));
    assertEquals("amount_too_large", tooMuch.getCode());
    assertEquals(3000, capture(held, 3000).getAmountReceived());
    assertThrows(InvalidRequestException.class, () -> capture(held, 2000));
    assertEquals(3000, sandbox.books().amountReceived());
  }

  @Test
  void aCancelledAuthorisationIsLetGoAndCannotBeCaptured() throws StripeException {
    PaymentIntent held = authorize(5000);
    PaymentIntent canceled =
        stripe
            .v1()
            .paymentIntents()
            .cancel(
                held.getId(),
                PaymentIntentCancelParams.builder()
                    .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                    .build());
    assertEquals("canceled", canceled.getStatus());
    assertEquals("abandoned", canceled.getCancellationReason());
    assertNotNull(canceled.getCanceledAt());
    assertEquals(0, canceled.getAmountCapturable());

    InvalidRequestException refused =
        assertThrows(
            InvalidRequestException.class,
            () -> stripe.v1().paymentIntents().capture(held.getId()));
    assertEquals("payment_intent_unexpected_state", refused.getCode());
    assertEquals(400, refused.getStatusCode());
    assertEquals("canceled", refused.getStripeError().getPaymentIntent().getStatus());
    Charge charge = stripe.v1().charges().retrieve(held.getLatestCharge());
    assertTrue(charge.getRefunded());
    assertFalse(charge.getCaptured());
    assertEquals(0, sandbox.books().amountRefunded());
  }

  @Test
  void aPaidIntentCanBeNeitherConfirmedNorCapturedNorCancelled() throws StripeException {
    String id = pay(900).getId();
    assertUnexpectedState(() -> stripe.v1().paymentIntents().confirm(id));
    assertUnexpectedState(() -> stripe.v1().paymentIntents().capture(id));
    assertUnexpectedState(() -> stripe.v1().paymentIntents().cancel(id));
    assertEquals("succeeded", retrieve(id).getStatus());
  }

  @Test
  void anIntentWithoutAPaymentMethodCannotBeConfirmed() throws StripeException {
    PaymentIntent created = stripe.v1().paymentIntents().create(cardPayment(900).build());
    assertUnexpectedState(() -> stripe.v1().paymentIntents().confirm(created.getId()));
    PaymentIntent paid =
        stripe
            .v1()
            .paymentIntents()
            .confirm(
                created.getId(),
                PaymentIntentConfirmParams.builder().setPaymentMethod("pm_card_visa").build());
    assertEquals("succeeded", paid.getStatus());
  }

  @Test
  void redirectsNeedAReturnUrlUnlessTheyAreExcluded() throws StripeException {
    PaymentIntentCreateParams.Builder params =
        PaymentIntentCreateParams.builder()
            .setAmount(900L)
            .setCurrency("usd")
            .setPaymentMethod("pm_card_visa")
            .setConfirm(true);
    InvalidRequestException refused =
        assertThrows(
            InvalidRequestException.class,
            () -> stripe.v1().paymentIntents().create(params.build()));
    assertTrue(refused.getMessage().contains("return_url"));
    params.setAutomaticPaymentMethods(
        PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
            .setEnabled(true)
            .setAllowRedirects(
                PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
            .build());
    assertEquals("succeeded", stripe.v1().paymentIntents().create(params.build()).getStatus());
  }

  @Test
  void theLatestChargeIsExpandedOnRequest() throws StripeException {
    PaymentIntentCreateParams.Builder params =
        cardPayment(900).setPaymentMethod("pm_card_visa").setConfirm(true);
    assertNull(stripe.v1().paymentIntents().create(params.build()).getLatestChargeObject());
    PaymentIntent expanded =
        stripe.v1().paymentIntents().create(params.addExpand("latest_charge").build());
    assertEquals(900, expanded.getLatestChargeObject().getAmountCaptured());
    assertThrows(
        InvalidRequestException.class,
        () -> stripe.v1().paymentIntents().create(params.addExpand("nonsense").build()));
  }

  private PaymentIntent capture(PaymentIntent intent, long amount) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .capture(
            intent.getId(),
            PaymentIntentCaptureParams.builder().setAmountToCapture(amount).build());
  }

  private static PaymentIntentCreateParams withToken(String token) {
    return cardPayment(900)
        .setConfirm(true)
        .setPaymentMethodData(
            PaymentIntentCreateParams.PaymentMethodData.builder()
                .putExtraParam("type", "card")
                .putExtraParam("card", Map.of("token", token))
                .build())
        .build();
  }

  private static void assertUnexpectedState(org.junit.jupiter.api.function.Executable call) {
    InvalidRequestException refused = assertThrows(InvalidRequestException.class, call);
    assertEquals("payment_intent_unexpected_state", refused.getCode());
  }
}
