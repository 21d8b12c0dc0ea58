package dev.ticketing.payments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.PaymentGateway.Standing;
import dev.ticketing.payments.domain.Case;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparePaymentTest {

  private static final String STRANGER = "65000000000000000000000f";

  private World world;

  @BeforeEach
  void anOrderThatWaitsForItsPayment() {
    world = new World();
    world.deliverOrders();
  }

  @Test
  void moneyThatIsSetAsideThoughNoAnswerCameCompletesTheOrder() {
    world.charge();
    world.stripe.lostAnswers = 1;
    world.tasks.poll().run();
    assertEquals(PaymentStatus.REQUESTED, payment().status());
    compare();
    world.settle();
    assertEquals(OrderStatus.COMPLETE, world.order.status());
    assertEquals(1, world.stripe.captures);
  }

  @Test
  void moneyThatWasTakenThoughNoAnswerCameCompletesTheOrder() {
    authorize();
    world.stripe.lostAnswers = 1;
    world.settle();
    assertEquals(PaymentStatus.CAPTURING, payment().status());
    compare();
    world.settle();
    assertEquals(OrderStatus.COMPLETE, world.order.status());
    assertEquals(1, world.stripe.captures);
  }

  @Test
  void moneyThatAPersonTookAtStripeCompletesTheOrderThatIsStillPayable() {
    authorize();
    world.stripe.captureByHand(intent(), 1999);
    compare();
    world.settle();
    assertEquals(OrderStatus.COMPLETE, world.order.status());
    assertEquals(1, world.stripe.captures);
    assertEquals(1999, world.stripe.kept());
    assertNothingForAPerson();
  }

  @Test
  void moneyThatAPersonTookAtStripeForAnOrderThatHasEndedIsGivenBack() {
    authorize();
    world.stripe.captureByHand(intent(), 1999);
    world.order.cancel();
    world.settle();
    compare();
    world.settle();
    assertEquals(PaymentStatus.REFUNDED, payment().status());
    assertEquals(0, world.stripe.kept());
    assertEquals(OrderStatus.CANCELLED, world.order.status());
  }

  @Test
  void moneyThatWasTakenForAnOrderThatHasEndedIsLeftToTheStepThatUndoesIt() {
    authorize();
    world.stripe.lostAnswers = 1;
    world.settle();
    world.order.violate(OrderStatus.EXPIRED);
    world.settle();
    compare();
    assertEquals(PaymentStatus.CAPTURING, payment().status());
    world.resumeUntilQuiet();
    assertEquals(PaymentStatus.REFUNDED, payment().status());
    assertEquals(0, world.stripe.kept());
  }

  @Test
  void anotherAmountThatAPersonTookIsGivenBackAndToldToAPerson() {
    authorize();
    world.stripe.captureByHand(intent(), 500);
    world.settle();
    world.resumeUntilQuiet();
    assertEquals(PaymentStatus.REFUNDED, payment().status());
    assertEquals(0, world.stripe.kept());
    assertEquals(OrderStatus.EXPIRED, expired().status());
    assertEquals(List.of(Case.Kind.AMOUNT_DIFFERS), world.cases.kinds());
  }

  @Test
  void moneyOfAFailedPaymentIsLetGo() {
    fail();
    add(Standing.HELD, 0, 0);
    compare();
    world.settle();
    assertEquals(PaymentStatus.CANCELLED, payment().status());
    assertEquals(0, world.stripe.held());
    assertEquals(OrderStatus.CREATED, world.order.status());
    assertNothingForAPerson();
  }

  @Test
  void moneyThatWasTakenForAFailedPaymentIsGivenBackOnce() {
    fail();
    add(Standing.CAPTURED, 1999, 0);
    compare();
    compare();
    world.settle();
    assertEquals(PaymentStatus.REFUNDED, payment().status());
    assertEquals(1, world.stripe.refunds);
    assertEquals(0, world.stripe.kept());
    assertEquals(OrderStatus.CREATED, world.order.status());
  }

  @Test
  void moneyOfACancelledPaymentThatIsStillThereGoesBackToo() {
    authorize();
    world.order.cancel();
    world.settle();
    assertEquals(PaymentStatus.CANCELLED, payment().status());
    add(Standing.HELD, 0, 0);
    compare();
    assertEquals(PaymentStatus.CANCELLED, payment().status());
    assertEquals(0, world.stripe.held());
  }

  @Test
  void moneyOfAFailedPaymentByWhichTheOrderIsCompleteIsForAPerson() {
    fail();
    Payment failed = payment();
    world.order.violate(OrderStatus.COMPLETE, failed.id());
    world.settle();
    add(Standing.CAPTURED, 1999, 0);
    compare();
    assertEquals(List.of(Case.Kind.CONTRADICTION), world.cases.kinds());
    assertEquals(0, world.stripe.refunds);
  }

  @Test
  void anOrderThatIsPaidAgainKeepsItsMoneyWhenThatOfTheFailedPaymentIsFound() {
    fail();
    Payment failed = payment();
    world.charge();
    world.settle();
    assertEquals(OrderStatus.COMPLETE, world.order.status());
    world.stripe.add(MemoryStripe.intent("pi_late", failed.id(), Standing.HELD, 0, 0));
    world.comparePayment.compare("pi_late");
    world.settle();
    assertEquals(0, world.stripe.held());
    assertEquals(1999, world.stripe.kept());
    assertEquals(OrderStatus.COMPLETE, world.order.status());
  }

  @Test
  void whatWasGivenBackByHandForACompleteOrderIsForAPerson() {
    pay();
    world.stripe.refundByHand(intent(), 700);
    compare();
    compare();
    assertEquals(List.of(Case.Kind.REFUNDED_BY_HAND), world.cases.kinds());
    assertEquals(PaymentStatus.CAPTURED, payment().status());
    assertEquals(0, world.stripe.refunds);
  }

  @Test
  void aDisputeIsForAPersonAndTheOrderStays() {
    pay();
    world.stripe.dispute(intent());
    compare();
    compare();
    assertEquals(List.of(Case.Kind.DISPUTE), world.cases.kinds());
    assertEquals(OrderStatus.COMPLETE, world.order.status());
    assertEquals(1999, world.stripe.kept());
  }

  @Test
  void anotherAmountForACompleteOrderIsForAPerson() {
    pay();
    add(Standing.CAPTURED, 1000, 0);
    compare();
    assertEquals(List.of(Case.Kind.AMOUNT_DIFFERS), world.cases.kinds());
    assertEquals(0, world.stripe.refunds);
  }

  @Test
  void aCompleteOrderWithoutMoneyAtStripeIsForAPerson() {
    pay();
    add(Standing.HELD, 0, 0);
    compare();
    add(Standing.RELEASED, 0, 0);
    compare();
    assertEquals(List.of(Case.Kind.CONTRADICTION), world.cases.kinds());
    assertEquals(PaymentStatus.CAPTURED, payment().status());
  }

  @Test
  void aRefundThatStripeTookBackIsForAPerson() {
    pay();
    world.order.violate(OrderStatus.EXPIRED);
    world.settle();
    assertEquals(PaymentStatus.REFUNDED, payment().status());
    add(Standing.CAPTURED, 1999, 0);
    compare();
    assertEquals(List.of(Case.Kind.CONTRADICTION), world.cases.kinds());
  }

  @Test
  void aSecondIntentOfTheSamePaymentIsForAPerson() {
    pay();
    world.stripe.add(MemoryStripe.intent("pi_2", payment().id(), Standing.HELD, 0, 0));
    world.comparePayment.compare("pi_2");
    assertEquals(List.of(Case.Kind.SECOND_INTENT), world.cases.kinds());
    assertEquals(1, world.stripe.held());
  }

  @Test
  void moneyInTheNameOfNoPaymentIsForAPersonUnlessItHasGoneBack() {
    world.stripe.add(MemoryStripe.intent("pi_1", STRANGER, Standing.RELEASED, 0, 0));
    world.stripe.add(MemoryStripe.intent("pi_2", STRANGER, Standing.CAPTURED, 5, 5));
    world.comparePayment.compare("pi_1");
    world.comparePayment.compare("pi_2");
    assertNothingForAPerson();
    world.stripe.add(MemoryStripe.intent("pi_3", STRANGER, Standing.HELD, 0, 0));
    world.comparePayment.compare("pi_3");
    Case found = world.cases.all().get(0);
    assertEquals(Case.Kind.UNKNOWN_PAYMENT, found.kind());
    assertEquals(STRANGER, found.paymentId());
    assertEquals(1, world.stripe.held());
  }

  @Test
  void moneyThatIsNotOursIsNoneOfOurBusiness() {
    world.stripe.add(MemoryStripe.intent("pi_1", null, Standing.HELD, 0, 0));
    world.comparePayment.compare("pi_1");
    world.comparePayment.compare("pi_of_nobody");
    assertNothingForAPerson();
    assertEquals(1, world.stripe.held());
  }

  @Test
  void anOldReadingIsNotActedOnWhenThePaymentHasGoneOn() {
    authorize();
    StripeBooks.Intent held = world.stripe.find(intent()).orElseThrow();
    world.settle();
    assertEquals(PaymentStatus.CAPTURED, payment().status());
    world.comparePayment.compare(held);
    assertNothingForAPerson();
  }

  @Test
  void aRefundOfOursThatCrossesTheReadingIsNotTakenForAPersons() {
    pay();
    StripeBooks.Intent taken = world.stripe.find(intent()).orElseThrow();
    world.order.violate(OrderStatus.EXPIRED);
    world.settle();
    assertEquals(PaymentStatus.REFUNDED, payment().status());
    world.comparePayment.compare(taken);
    assertNothingForAPerson();
  }

  @Test
  void aRefundThatStripeRefusesAgainAndAgainIsForAPersonAndStillAskedFor() {
    pay();
    world.stripe.refundsFail = true;
    world.order.violate(OrderStatus.EXPIRED);
    world.settle();
    assertNothingForAPerson();
    world.resumeUntilQuiet();
    assertEquals(List.of(Case.Kind.REFUND_STUCK), world.cases.kinds());
    world.stripe.refundsFail = false;
    world.resumeUntilQuiet();
    assertEquals(PaymentStatus.REFUNDED, payment().status());
    assertEquals(0, world.stripe.kept());
  }

  @Test
  void withoutStripeNothingIsConcluded() {
    pay();
    world.stripe.unreachable = 1;
    assertThrows(StripeBooks.Unread.class, this::compare);
    assertNothingForAPerson();
  }

  private void authorize() {
    world.charge();
    world.tasks.poll().run();
    assertEquals(PaymentStatus.AUTHORIZED, payment().status());
  }

  private void pay() {
    world.charge();
    world.settle();
    assertEquals(PaymentStatus.CAPTURED, payment().status());
  }

  private void fail() {
    world.stripe.bank = () -> new Declined("no");
    world.charge();
    world.settle();
    world.stripe.bank = null;
    assertEquals(PaymentStatus.FAILED, payment().status());
  }

  private OrdersModel expired() {
    world.order.expire();
    return world.order;
  }

  private void add(Standing standing, long received, long refunded) {
    world.stripe.add(MemoryStripe.intent(intent(), payment().id(), standing, received, refunded));
  }

  private void compare() {
    world.comparePayment.compare(intent());
  }

  private String intent() {
    return "pi_" + payment().id();
  }

  private Payment payment() {
    return world.onlyPayment();
  }

  private void assertNothingForAPerson() {
    assertEquals(List.of(), world.cases.all());
  }
}
