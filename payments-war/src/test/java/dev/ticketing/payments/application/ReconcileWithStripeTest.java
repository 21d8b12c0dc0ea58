package dev.ticketing.payments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.PaymentGateway.Standing;
import dev.ticketing.payments.application.StripeEvent.Type;
import dev.ticketing.payments.domain.PaymentStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileWithStripeTest {

  private World world;

  @BeforeEach
  void anOrderThatWaitsForItsPayment() {
    world = new World();
    world.deliverOrders();
  }

  @Test
  void theFirstRunLooksBackAsLongAsBanksHoldMoney() {
    world.reconcile.run();
    assertEquals(World.NOON.minus(ReconcileWithStripe.FIRST_LOOK), world.stripe.readFrom);
  }

  @Test
  void theNextRunBeginsBeforeTheLastOneDid() {
    world.reconcile.run();
    world.pass(Duration.ofMinutes(5));
    world.reconcile.run();
    assertEquals(World.NOON.minus(ReconcileWithStripe.OVERLAP), world.stripe.readFrom);
  }

  @Test
  void aRunThatFailsIsMadeUpForByTheNext() {
    world.reconcile.run();
    world.pass(Duration.ofMinutes(5));
    world.stripe.unreachable = 1;
    assertThrows(StripeBooks.Unread.class, () -> world.reconcile.run());
    world.pass(Duration.ofMinutes(5));
    world.reconcile.run();
    assertEquals(World.NOON.minus(ReconcileWithStripe.OVERLAP), world.stripe.readFrom);
  }

  @Test
  void whatAnotherServerHasJustDoneIsNotDoneAgain() {
    world.reconcile.run();
    world.stripe.readFrom = null;
    world.pass(Duration.ofMinutes(2));
    world.reconcile.runUnlessDoneWithin(Duration.ofMinutes(3));
    assertEquals(null, world.stripe.readFrom);
    world.reconcile.runUnlessDoneWithin(Duration.ofMinutes(2));
    assertEquals(World.NOON.minus(ReconcileWithStripe.OVERLAP), world.stripe.readFrom);
  }

  @Test
  void withoutAKeyThereIsNothingToRead() {
    world.stripe.configured = false;
    world.reconcile.run();
    assertEquals(null, world.stripe.readFrom);
  }

  @Test
  void whatDisagreesIsPutRightAndWhatAgreesIsNotReadAgain() {
    world.charge();
    world.settle();
    world.reconcile.run();
    assertEquals(1, world.stripe.reads);

    world = new World();
    world.deliverOrders();
    world.stripe.bank = () -> new Declined("no");
    world.charge();
    world.settle();
    String payment = world.onlyPayment().id();
    world.stripe.add(MemoryStripe.intent("pi_late", payment, Standing.HELD, 0, 0));
    world.reconcile.run();
    assertEquals(0, world.stripe.held());
    assertEquals(PaymentStatus.CANCELLED, world.onlyPayment().status());
  }

  @Test
  void eventsThatAreDoneWithAreForgottenAfterAWeekAndOthersNever() {
    StripeEvent done = new StripeEvent("evt_done", Type.CHARGE_REFUNDED, "pi_x", null);
    StripeEvent waiting = new StripeEvent("evt_waits", Type.CHARGE_REFUNDED, "pi_x", null);
    world.events.keep(done, world.time.instant());
    world.events.finish(done.id());
    world.events.keep(waiting, world.time.instant());
    world.pass(StripeEvents.MEMORY);
    world.reconcile.run();
    assertEquals(2, world.events.size());
    world.pass(Duration.ofSeconds(1));
    world.reconcile.run();
    assertEquals(List.of(waiting), world.events.waiting());
    assertEquals(1, world.events.size());
  }
}
