package dev.ticketing.payments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.payments.domain.Patience;
import dev.ticketing.payments.domain.PaymentStatus;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResumePaymentsTest {

  private World world;

  @BeforeEach
  void aPaymentThatStripeDoesNotAnswer() {
    world = new World();
    world.deliverOrders();
    world.stripe.unreachable = Integer.MAX_VALUE;
    world.charge();
  }

  @Test
  void aStepThatSomebodyHasTheTurnAtIsLeftAlone() {
    world.tasks.clear();
    world.pass(Patience.LEASE.minusMillis(1));
    world.resumePayments.run();
    assertEquals(0, world.tasks.size());
    world.pass(Duration.ofMillis(1));
    world.resumePayments.run();
    assertEquals(1, world.tasks.size());
  }

  @Test
  void twoServersThatFindTheSameStepDoItOnce() {
    world.tasks.clear();
    world.pass(Patience.LEASE);
    world.resumePayments.run();
    world.resumePayments.run();
    world.settle();
    assertEquals(1, world.stripe.requests.get());
  }

  @Test
  void whatIsNotAnsweredIsAskedAgainLaterAndLaterAndForEver() {
    int requests = 0;
    for (int second = 0; second < 600; second++) {
      world.settle();
      world.pass(Duration.ofSeconds(1));
      world.resumePayments.run();
      if (second == 9) {
        requests = world.stripe.requests.get();
      }
    }
    int inAll = world.stripe.requests.get();
    assertEquals(5, requests, "three times asked for, and looked up twice, in ten seconds");
    assertEquals(true, inAll > 10 && inAll < 35, inAll + " in ten minutes");

    world.stripe.unreachable = 0;
    world.resumeUntilQuiet();
    assertEquals(PaymentStatus.CAPTURED, world.onlyPayment().status());
  }
}
