package dev.ticketing.payments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.StripeEvent.Type;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeedStripeEventsTest {

  private World world;

  @BeforeEach
  void anOrderThatWaitsForItsPayment() {
    world = new World();
    world.deliverOrders();
  }

  @Test
  void whatAPaymentKnowsIsNotAskedFor() {
    pay();
    int calls = countReads(() -> send(Type.PAYMENT_HELD, Type.PAYMENT_SUCCEEDED));
    assertEquals(0, calls);
    assertEquals(List.of(), world.events.waiting());
  }

  @Test
  void aDeclineThatThePaymentKnowsIsNotAskedFor() {
    world.stripe.bank = () -> new Declined("no");
    world.charge();
    world.settle();
    assertEquals(0, countReads(() -> send(Type.PAYMENT_FAILED)));
  }

  @ParameterizedTest
  @EnumSource(Type.class)
  void falseNewsChangesNothing(Type type) {
    pay();
    Payment before = world.onlyPayment();
    send(type);
    assertEquals(before.version(), world.onlyPayment().version());
    assertEquals(List.of(), world.cases.all());
    assertEquals(1999, world.stripe.kept());
  }

  @Test
  void anEventThatComesAgainIsWorkedOffOnce() {
    pay();
    StripeEvent event = event("evt_x", Type.PAYMENT_CANCELED);
    int reads =
        countReads(
            () -> {
              for (int i = 0; i < 5; i++) {
                world.events.keep(event, world.time.instant());
                world.heedStripeEvents.run();
                world.settle();
              }
            });
    assertEquals(1, reads);
    assertEquals(1, world.events.size());
  }

  @Test
  void anEventThatStripeCannotBeAskedAboutWaitsAndIsWorkedOffLater() {
    lostCapture();
    send(Type.PAYMENT_SUCCEEDED);
    world.stripe.unreachable = 0;
    assertEquals(1, world.events.waiting().size());
    assertEquals(PaymentStatus.CAPTURING, world.onlyPayment().status());
    world.pass(Duration.ofSeconds(20));
    world.heedStripeEvents.run();
    world.settle();
    assertEquals(List.of(), world.events.waiting());
    assertEquals(OrderStatus.COMPLETE, world.order.status());
  }

  @RepeatedTest(50)
  void newsInAnyOrderAndAnyNumberEndsAsWithout() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    world.stripe.lostAnswers = random.nextInt(4);
    world.charge();
    List<StripeEvent> sent = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      if (!world.tasks.isEmpty()) {
        world.tasks.poll().run();
      }
      sent.addAll(world.stripe.news);
      Collections.shuffle(sent, random);
      sent.stream()
          .limit(random.nextInt(4))
          .forEach(event -> world.events.keep(event, world.time.instant()));
      world.heedStripeEvents.run();
      world.deliverOrders();
      if (random.nextBoolean()) {
        world.payments.publish().forEach(event -> world.order.hear(event.data()));
      }
      world.pass(Duration.ofSeconds(random.nextInt(3)));
    }
    world.settle();
    world.resumeUntilQuiet();
    assertEquals(OrderStatus.COMPLETE, world.order.status(), "seed " + seed);
    assertEquals(1, world.stripe.captures, "seed " + seed);
    assertEquals(1999, world.stripe.kept(), "seed " + seed);
    assertEquals(List.of(), world.cases.all(), "seed " + seed);
    assertEquals(List.of(), world.events.waiting(), "seed " + seed);
  }

  @Test
  void whereverTheWorkIsCutOffItIsDoneLater() {
    int calls = 0;
    for (int call = 0; call <= calls; call++) {
      for (boolean afterItWorked : new boolean[] {false, true}) {
        anOrderThatWaitsForItsPayment();
        lostCapture();
        world.stripe.unreachable = 0;
        world.events.keep(event("evt_x", Type.PAYMENT_SUCCEEDED), world.time.instant());
        world.heedStripeEvents.run();
        world.crashes.at(call, afterItWorked);
        boolean died = runAndDie();
        calls = Math.max(calls, world.crashes.calls());
        assertTrue(died || call >= world.crashes.calls());
        world.start();
        world.resumeUntilQuiet();
        assertEquals(List.of(), world.events.waiting(), "died at " + call);
        assertEquals(OrderStatus.COMPLETE, world.order.status(), "died at " + call);
        assertEquals(1, world.stripe.captures);
      }
    }
    assertTrue(calls > 5, calls + " places to die at");
  }

  private boolean runAndDie() {
    try {
      world.settle();
      return false;
    } catch (Crashes.Killed killed) {
      return true;
    }
  }

  private int countReads(Runnable work) {
    int before = world.stripe.reads;
    work.run();
    return world.stripe.reads - before;
  }

  private void send(Type... types) {
    for (Type type : types) {
      world.events.keep(event("evt_sent_" + type, type), world.time.instant());
    }
    world.heedStripeEvents.run();
    world.settle();
  }

  private StripeEvent event(String id, Type type) {
    Payment payment = world.onlyPayment();
    return new StripeEvent(id, type, "pi_" + payment.id(), payment.id());
  }

  private void pay() {
    world.charge();
    world.settle();
    assertEquals(OrderStatus.COMPLETE, world.order.status());
  }

  /** The money is taken, the answer is lost, and Stripe cannot be asked any more. */
  private void lostCapture() {
    world.charge();
    world.tasks.poll().run();
    world.stripe.lostAnswers = 1;
    world.settle();
    assertEquals(PaymentStatus.CAPTURING, world.onlyPayment().status());
    world.stripe.unreachable = 1_000;
  }
}
