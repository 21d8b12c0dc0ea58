package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundTest extends SandboxFixture {

  @Test
  void aRefundGivesEverythingBackOnce() throws StripeException {
    PaymentIntent paid = pay(1000);
    Refund refund =
        stripe
            .v1()
            .refunds()
            .create(
                refundOf(paid)
                    .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                    .putMetadata("order", "42")
                    .build());
    assertEquals("succeeded", refund.getStatus());
    assertEquals(1000, refund.getAmount());
    Refund found = stripe.v1().refunds().retrieve(refund.getId());
    assertEquals("42", found.getMetadata().get("order"));
    assertEquals("requested_by_customer", found.getReason());
    assertTrue(charge(paid).getRefunded());
    InvalidRequestException again =
        assertThrows(
            InvalidRequestException.class,
            () -> stripe.v1().refunds().create(refundOf(paid).build()));
    assertEquals("charge_already_refunded", again.getCode());
    assertEquals(1000, sandbox.books().amountRefunded());
  }

  @Test
  void partialRefundsAddUpToNoMoreThanWasCaptured() throws StripeException {
    PaymentIntent paid = pay(1000);
    stripe.v1().refunds().create(refundOf(paid).setAmount(400L).build());
    assertFalse(charge(paid).getRefunded());
    InvalidRequestException over =
        assertThrows(
            InvalidRequestException.class,
            () -> stripe.v1().refunds().create(refundOf(paid).setAmount(601L).build()));
    assertEquals("amount", over.getParam());
    assertEquals(400, charge(paid).getAmountRefunded());
    Refund rest =
        stripe
            .v1()
            .refunds()
            .create(RefundCreateParams.builder().setCharge(paid.getLatestCharge()).build());
    assertEquals(600, rest.getAmount());
    assertTrue(charge(paid).getRefunded());
    assertEquals(
        List.of(600L, 400L),
        stripe
            .v1()
            .refunds()
            .list(RefundListParams.builder().setPaymentIntent(paid.getId()).build())
            .getData()
            .stream()
            .map(Refund::getAmount)
            .toList());
  }

  @Test
  void moneyThatIsOnlySetAsideCannotBeRefunded() throws StripeException {
    PaymentIntent held = authorize(1000);
    assertThrows(
        InvalidRequestException.class, () -> stripe.v1().refunds().create(refundOf(held).build()));
    InvalidRequestException refused =
        assertThrows(
            InvalidRequestException.class,
            () ->
                stripe
                    .v1()
                    .refunds()
                    .create(
                        RefundCreateParams.builder().setCharge(held.getLatestCharge()).build()));
    assertEquals("charge_not_refundable", refused.getCode());
    assertEquals("requires_capture", retrieve(held.getId()).getStatus());
  }

  @Test
  void theBalanceIsWhatWasTakenLessWhatWasGivenBack() throws StripeException {
    PaymentIntent paid = pay(1000);
    authorize(5000);
    stripe.v1().refunds().create(refundOf(paid).setAmount(400L).build());
    assertEquals(600, stripe.v1().balance().retrieve().getAvailable().get(0).getAmount());
  }

  private static RefundCreateParams.Builder refundOf(PaymentIntent intent) {
    return RefundCreateParams.builder().setPaymentIntent(intent.getId());
  }

  private Charge charge(PaymentIntent intent) throws StripeException {
    return stripe.v1().charges().retrieve(intent.getLatestCharge());
  }
}
