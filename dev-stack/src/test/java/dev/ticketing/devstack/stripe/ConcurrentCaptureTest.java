package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.RefundCreateParams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

class ConcurrentCaptureTest extends SandboxFixture {
  private static final int RIVALS = 8;

  @RepeatedTest(3)
  void ofManyCapturesAtOnceOneSucceeds() throws Exception {
    String id = authorize(5000).getId();
    List<String> outcomes = race(i -> () -> stripe.v1().paymentIntents().capture(id).getStatus());
    assertEquals(1, outcomes.stream().filter("succeeded"::equals).count());
    assertEquals(
        RIVALS - 1, outcomes.stream().filter("payment_intent_unexpected_state"::equals).count());
    assertEquals(5000, sandbox.books().amountReceived());
  }

  @RepeatedTest(3)
  void betweenACaptureAndACancelThereIsOneWinner() throws Exception {
    String id = authorize(5000).getId();
    List<String> outcomes =
        race(
            i ->
                i % 2 == 0
                    ? () -> stripe.v1().paymentIntents().capture(id).getStatus()
                    : () -> stripe.v1().paymentIntents().cancel(id).getStatus());
    assertEquals(
        RIVALS - 1, outcomes.stream().filter("payment_intent_unexpected_state"::equals).count());
    boolean captured = outcomes.contains("succeeded");
    assertEquals(captured ? 5000 : 0, sandbox.books().amountReceived());
    assertEquals(captured ? "succeeded" : "canceled", retrieve(id).getStatus());
  }

  @RepeatedTest(3)
  void manyRefundsAtOnceNeverGiveBackMoreThanWasTaken() throws Exception {
    String id = pay(1000).getId();
    RefundCreateParams third =
        RefundCreateParams.builder().setPaymentIntent(id).setAmount(300L).build();
    List<String> outcomes = race(i -> () -> stripe.v1().refunds().create(third).getStatus());
    assertEquals(3, outcomes.stream().filter("succeeded"::equals).count());
    assertEquals(900, sandbox.books().amountRefunded());
  }

  private interface Rival {
    Callable<String> at(int place) throws StripeException;
  }

  private List<String> race(Rival rival) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(RIVALS);
    try {
      CyclicBarrier start = new CyclicBarrier(RIVALS);
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < RIVALS; i++) {
        Callable<String> call = rival.at(i);
        running.add(
            threads.submit(
                () -> {
                  start.await(10, TimeUnit.SECONDS);
                  try {
                    return call.call();
                  } catch (InvalidRequestException e) {
                    return e.getCode();
                  }
                }));
      }
      List<String> outcomes = new ArrayList<>();
      for (Future<String> one : running) {
        outcomes.add(one.get(20, TimeUnit.SECONDS));
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
