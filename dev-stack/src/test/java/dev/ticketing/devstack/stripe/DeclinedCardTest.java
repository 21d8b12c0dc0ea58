package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.TokenCreateParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclinedCardTest extends SandboxFixture {

  @ParameterizedTest
  @CsvSource({
    "pm_card_visa_chargeDeclined, card_declined, generic_decline",
    "pm_card_chargeDeclined, card_declined, generic_decline",
    "pm_card_visa_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
    "pm_card_visa_chargeDeclinedLostCard, card_declined, lost_card",
    "pm_card_visa_chargeDeclinedStolenCard, card_declined, stolen_card",
    "pm_card_chargeDeclinedExpiredCard, expired_card, expired_card",
    "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc, incorrect_cvc",
    "pm_card_chargeDeclinedProcessingError, processing_error, processing_error",
    "pm_card_visa_chargeDeclinedVelocityLimitExceeded, card_declined, card_velocity_exceeded",
    "pm_card_radarBlock, card_declined, fraudulent",
    "pm_card_chargeCustomerFail, card_declined, generic_decline",
  })
  void aDocumentedCardIsDeclinedWithItsCodes(String method, String code, String declineCode) {
    CardException declined =
        assertThrows(
            CardException.class, () -> stripe.v1().paymentIntents().create(confirmed(900, method)));
    assertEquals(402, declined.getStatusCode());
    assertEquals(code, declined.getCode());
    assertEquals(declineCode, declined.getDeclineCode());
    assertEquals(0, sandbox.books().amountReceived());
  }

  @ParameterizedTest
  @CsvSource({
    "tok_chargeDeclined, generic_decline",
    "tok_visa_chargeDeclined, generic_decline",
    "tok_visa_chargeDeclinedInsufficientFunds, insufficient_funds",
    "tok_chargeDeclinedFraudulent, fraudulent",
  })
  void aDocumentedTokenIsDeclinedToo(String token, String declineCode) throws StripeException {
    String method = methodOf(token);
    CardException declined =
        assertThrows(
            CardException.class, () -> stripe.v1().paymentIntents().create(confirmed(900, method)));
    assertEquals(declineCode, declined.getDeclineCode());
  }

  @Test
  void aDeclineLeavesAFailedChargeAndAnIntentThatAnotherCardCanPay() throws StripeException {
    PaymentIntent created = stripe.v1().paymentIntents().create(cardPayment(900).build());
    CardException declined =
        assertThrows(
            CardException.class, () -> confirm(created, "pm_card_visa_chargeDeclinedLostCard"));
    PaymentIntent failed = retrieve(created.getId());
    assertEquals("requires_payment_method", failed.getStatus());
    assertNull(failed.getPaymentMethod());
    assertEquals("lost_card", failed.getLastPaymentError().getDeclineCode());
    Charge charge = stripe.v1().charges().retrieve(declined.getCharge());
    assertEquals("failed", charge.getStatus());
    assertFalse(charge.getPaid());
    assertEquals("succeeded", confirm(created, "pm_card_visa").getStatus());
    assertEquals(900, sandbox.books().amountReceived());
  }

  @Test
  void aCardThatWantsAuthenticationWaitsForItAndThenPays() throws Exception {
    PaymentIntent waiting =
        stripe.v1().paymentIntents().create(confirmed(900, "pm_card_threeDSecure2Required"));
    assertEquals("requires_action", waiting.getStatus());
    assertEquals("use_stripe_sdk", waiting.getNextAction().getType());
    assertEquals(200, settle(waiting, "succeeded"));
    assertEquals("succeeded", retrieve(waiting.getId()).getStatus());
    assertEquals(409, settle(waiting, "succeeded"));
    assertEquals(900, sandbox.books().amountReceived());
  }

  @Test
  void aFailedAuthenticationAsksForAnotherPaymentMethod() throws Exception {
    PaymentIntent waiting =
        stripe.v1().paymentIntents().create(confirmed(900, methodOf("tok_threeDSecure2Required")));
    assertEquals(200, settle(waiting, "failed"));
    PaymentIntent failed = retrieve(waiting.getId());
    assertEquals("requires_payment_method", failed.getStatus());
    assertEquals("payment_intent_authentication_failure", failed.getLastPaymentError().getCode());
  }

  @Test
  void aReturnUrlLeadsToThePageThatStandsForTheBank() throws Exception {
    PaymentIntent waiting =
        stripe
            .v1()
            .paymentIntents()
            .create(
                cardPayment(900)
                    .setPaymentMethod("pm_card_authenticationRequired")
                    .setConfirm(true)
                    .setReturnUrl("http://localhost/back")
                    .build());
    String page = waiting.getNextAction().getRedirectToUrl().getUrl();
    String path = page.substring(sandbox.baseUri().toString().length());
    assertEquals(200, get(path).statusCode());
  }

  @Test
  void anAbsentHolderCannotAuthenticate() {
    PaymentIntentCreateParams params =
        cardPayment(900)
            .setPaymentMethod("pm_card_authenticationRequired")
            .setConfirm(true)
            .setErrorOnRequiresAction(true)
            .build();
    CardException declined =
        assertThrows(CardException.class, () -> stripe.v1().paymentIntents().create(params));
    assertEquals("authentication_required", declined.getCode());
  }

  @Test
  void anUnknownTokenOrPaymentMethodIsMissing() {
    InvalidRequestException token =
        assertThrows(InvalidRequestException.class, () -> methodOf("tok_unheardOf"));
    assertEquals("resource_missing", token.getCode());
    assertEquals(400, token.getStatusCode());
    InvalidRequestException method =
        assertThrows(
            InvalidRequestException.class,
            () -> stripe.v1().paymentIntents().create(confirmed(900, "pm_unheardOf")));
    assertEquals("resource_missing", method.getCode());
  }

  @ParameterizedTest
  @CsvSource({
    "4242424242424241, 12, 2040, 123, incorrect_number",
    "4012888888881881, 12, 2040, 123, card_declined",
    "4242424242424242, 13, 2040, 123, invalid_expiry_month",
    "4242424242424242, 12, 2001, 123, invalid_expiry_year",
    "4242424242424242, 12, 2040, 12, invalid_cvc",
  })
  void aCardNumberThatMakesNoSenseGivesNoToken(
      String number, String month, String year, String cvc, String code) {
    TokenCreateParams.Card card =
        TokenCreateParams.Card.builder()
            .setNumber(number)
            .setExpMonth(month)
            .setExpYear(year)
            .setCvc(cvc)
            .build();
    CardException refused =
        assertThrows(
            CardException.class,
            () -> stripe.v1().tokens().create(TokenCreateParams.builder().setCard(card).build()));
    assertEquals(code, refused.getCode());
  }

  private int settle(PaymentIntent intent, String outcome) throws Exception {
    String body = "{\"paymentIntent\":\"" + intent.getId() + "\",\"outcome\":\"" + outcome + "\"}";
    return postJson("/_sandbox/settle", body).statusCode();
  }

  private String methodOf(String token) throws StripeException {
    return stripe
        .v1()
        .paymentMethods()
        .create(
            PaymentMethodCreateParams.builder()
                .setType(PaymentMethodCreateParams.Type.CARD)
                .setCard(PaymentMethodCreateParams.Token.builder().setToken(token).build())
                .build())
        .getId();
  }

  private PaymentIntent confirm(PaymentIntent intent, String method) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .confirm(
            intent.getId(), PaymentIntentConfirmParams.builder().setPaymentMethod(method).build());
  }
}
