package dev.ticketing.payments.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.payments.application.PaymentGateway.Declined;
import dev.ticketing.payments.application.PaymentGateway.Refused;
import dev.ticketing.payments.application.Settlements.Settlement;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentStatus;
import dev.ticketing.platform.aggregate.ReservedId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills the process at every call of every port, before and after the call has worked, in every
 * course a payment can take, and lets another process go on.
 */
class PaymentCrashTest {

  /** What happens around the payment. */
  enum Course {
    PAID,
    EVENTS_TWICE {
      @Override
      void prepare(World world) {
        world.copiesOfEachEvent = 2;
      }
    },
    WEBHOOKS {
      @Override
      void prepare(World world) {
        world.webhooks = 2;
      }
    },
    WEBHOOKS_AND_ANSWERS_LOST {
      @Override
      void prepare(World world) {
        world.webhooks = 1;
        world.stripe.lostAnswers = 40;
      }
    },
    ERROR_REMEMBERED_BUT_DONE {
      @Override
      void prepare(World world) {
        world.stripe.remembered = MemoryStripe.RememberedError.DONE;
      }
    },
    ERROR_REMEMBERED_AND_NOTHING_DONE {
      @Override
      void prepare(World world) {
        world.stripe.remembered = MemoryStripe.RememberedError.NOTHING_DONE;
      }
    },
    CARD_DECLINED {
      @Override
      void prepare(World world) {
        world.stripe.bank = () -> new Declined("no");
      }
    },
    ANSWERS_LOST {
      @Override
      void prepare(World world) {
        world.stripe.lostAnswers = 2;
      }
    },
    STRIPE_UNREACHABLE {
      @Override
      void prepare(World world) {
        world.stripe.unreachable = 3;
      }
    },
    CAPTURE_REFUSED {
      @Override
      void prepare(World world) {
        world.stripe.refusal = () -> new Refused("gone");
      }
    },
    CANCELLED_MEANWHILE {
      @Override
      void prepare(World world) {
        world.stripe.beforeAnswer = world.order::cancel;
      }
    },
    EXPIRED_MEANWHILE {
      @Override
      void prepare(World world) {
        world.stripe.beforeAnswer =
            () -> {
              world.pass(World.WINDOW);
              world.order.expire();
            };
      }
    };

    void prepare(World world) {}
  }

  record Death(Course course, int call, boolean afterItWorked) {}

  static Stream<Death> deaths() {
    List<Death> deaths = new ArrayList<>();
    for (Course course : Course.values()) {
      int calls = countCalls(course);
      for (int call = 0; call < calls; call++) {
        deaths.add(new Death(course, call, false));
        deaths.add(new Death(course, call, true));
      }
    }
    return deaths.stream();
  }

  private static int countCalls(Course course) {
    World world = begin(course);
    world.crashes.at(-1, false);
    run(world);
    return world.crashes.calls();
  }

  private static World begin(Course course) {
    World world = new World();
    world.deliverOrders();
    course.prepare(world);
    return world;
  }

  private static void run(World world) {
    run(world, ReservedId.fresh());
  }

  private static void run(World world, ReservedId id) {
    world.charge(id);
    world.settle();
    world.resumeUntilQuiet();
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void whoeverDiesWhereverTheMoneyIsTakenOnceForACompleteOrderOrNotAtAll(Death death) {
    World world = begin(death.course());
    world.crashes.at(death.call(), death.afterItWorked());
    boolean died = false;
    try {
      run(world);
    } catch (Crashes.Killed killed) {
      died = true;
    }
    assertTrue(died, "The process was to die");

    world.start();
    world.settle();
    world.resumeUntilQuiet();
    world.order.expire();
    world.settle();
    world.resumeUntilQuiet();
    world.stripe.unreachable = 0;
    world.reconcile.run();
    world.settle();

    assertConsistent(world);
  }

  /** As a client does that has got no answer, and sends the request again with the same key. */
  @ParameterizedTest
  @MethodSource("deaths")
  void whoeverDiesWhereverTheSameWishAgainIsNotASecondPayment(Death death) {
    World world = begin(death.course());
    ReservedId id = ReservedId.fresh();
    world.crashes.at(death.call(), death.afterItWorked());
    assertThrows(Crashes.Killed.class, () -> run(world, id));

    world.start();
    CompletableFuture<Settlement> answer = chargeIfPossible(world, id.value());
    world.settle();
    world.resumeUntilQuiet();
    world.tick();
    world.order.expire();
    world.settle();
    world.resumeUntilQuiet();

    assertConsistent(world);
    assertTrue(world.payments.all().size() <= 1, "payments: " + world.payments.all().size());
    if (answer != null) {
      assertEquals(id.value(), answer.join().payment().id());
      assertEquals(
          world.order.status() == OrderStatus.COMPLETE,
          world.onlyPayment().status() == PaymentStatus.CAPTURED);
    }
  }

  private static CompletableFuture<Settlement> chargeIfPossible(World world, String id) {
    try {
      return world.charge(new ReservedId(id, true));
    } catch (Refusal refusal) {
      assertTrue(world.payments.find(id).isEmpty(), "refused what was begun: " + refusal);
      return null;
    }
  }

  @ParameterizedTest
  @EnumSource(Course.class)
  void everyCourseEndsAsItShouldWhenNobodyDies(Course course) {
    World world = begin(course);
    run(world);
    assertConsistent(world);
    boolean paid =
        Stream.of(
                Course.PAID,
                Course.EVENTS_TWICE,
                Course.WEBHOOKS,
                Course.WEBHOOKS_AND_ANSWERS_LOST,
                Course.ERROR_REMEMBERED_BUT_DONE,
                Course.ANSWERS_LOST,
                Course.STRIPE_UNREACHABLE)
            .anyMatch(course::equals);
    assertEquals(paid ? 1 : 0, world.stripe.captures);
  }

  @Test
  void aDeclinedPaymentWhoseProcessDiedLeavesTheOrderPayable() {
    int calls = countCalls(Course.CARD_DECLINED);
    for (int call = 0; call < calls; call++) {
      World world = begin(Course.CARD_DECLINED);
      world.crashes.at(call, true);
      try {
        run(world);
      } catch (Crashes.Killed killed) {
        world.start();
      }
      world.settle();
      world.pass(Duration.ofSeconds(20));
      world.resumePayments.run();
      world.settle();
      world.time.now = World.NOON.plusSeconds(60);
      world.stripe.bank = null;
      chargeAgain(world);
      world.settle();
      assertEquals(1, world.stripe.captures, "after the death at call " + call);
      assertEquals(OrderStatus.COMPLETE, world.order.status());
    }
  }

  private static void chargeAgain(World world) {
    try {
      world.charge();
    } catch (Refusal refusal) {
      throw new AssertionError("Not payable: " + refusal.getMessage(), refusal);
    }
  }

  private static void assertConsistent(World world) {
    boolean complete = world.order.status() == OrderStatus.COMPLETE;
    assertEquals(complete ? 1 : 0, world.stripe.captures, "captures");
    assertEquals(0, world.stripe.refunds, "refunds");
    assertEquals(0, world.stripe.held(), "money that is still set aside");
    assertEquals(List.of(), world.events.waiting(), "events that nobody works off");
    assertEquals(List.of(), world.cases.all(), "cases for a person");
    for (Payment payment : world.payments.all()) {
      assertFalse(payment.status().isUnderway(), payment.status() + " for ever");
      assertFalse(payment.status() == PaymentStatus.AUTHORIZED, "authorised for ever");
      boolean captured = payment.status() == PaymentStatus.CAPTURED;
      assertEquals(captured, complete && payment.id().equals(world.order.paymentId()));
    }
  }
}
