package dev.ticketing.payments.application;

import dev.ticketing.payments.application.Settlements.Settlement;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.platform.aggregate.ReservedId;
import dev.ticketing.platform.time.Arrival;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Payments, orders and Stripe without threads, network or time: what is to happen in the background
 * happens when it is told to. The process of payments can be killed and started anew; what it
 * stored, and what orders and Stripe know, stays.
 */
final class World {

  static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");
  static final Duration WINDOW = Duration.ofMinutes(15);

  final Crashes crashes = new Crashes();
  final MemoryPayments payments = new MemoryPayments(crashes);
  final MemoryOrders orders = new MemoryOrders(crashes);
  final MemoryStripe stripe = new MemoryStripe(crashes);
  final MemoryEvents events = new MemoryEvents(crashes);
  final MemoryCases cases = new MemoryCases(crashes);
  final Time time = new Time();
  final OrdersModel order = new OrdersModel(time, NOON.plus(WINDOW));
  final Queue<Runnable> tasks = new ArrayDeque<>();
  final List<Runnable> timers = new ArrayList<>();
  int delivered;
  int copiesOfEachEvent = 1;

  /** Stripe sends what is new; each of it so many times. */
  int webhooks;

  private int sent;
  private Instant reconciled;

  Settlements settlements;
  ChargeOrder chargeOrder;
  FollowOrder followOrder;
  ResumePayments resumePayments;
  ComparePayment comparePayment;
  HeedStripeEvents heedStripeEvents;
  ReconcileWithStripe reconcile;

  /** A clock that only moves when told. */
  static final class Time extends Clock {
    Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final class Told implements Background {
    @Override
    public boolean run(Runnable task) {
      return tasks.add(task);
    }

    @Override
    public void later(Duration pause, Runnable task) {
      (pause.isZero() ? tasks : timers).add(task);
    }
  }

  private final class Remembered implements Reconciliations {
    @Override
    public Optional<Instant> last() {
      return Optional.ofNullable(reconciled);
    }

    @Override
    public void add(Instant begun) {
      reconciled = begun;
    }
  }

  World() {
    start();
  }

  /** Begins a new process on what is stored; what was in the memory of the old one is lost. */
  void start() {
    crashes.at(-1, false);
    tasks.clear();
    timers.clear();
    Background background = new Told();
    settlements = new Settlements(payments, orders, background, time);
    AskAPerson askAPerson = new AskAPerson(cases, time);
    Authorize authorize = new Authorize(payments, orders, stripe, time);
    TakeMoney takeMoney = new TakeMoney(payments, stripe, askAPerson, time);
    TakeStep takeStep =
        new TakeStep(
            payments,
            orders,
            authorize,
            takeMoney,
            new GiveMoneyUp(payments, stripe, askAPerson, time),
            settlements,
            time);
    chargeOrder =
        new ChargeOrder(
            new Arrival(time), orders, payments, stripe, takeStep, settlements, background, time);
    followOrder = new FollowOrder(orders, takeStep, settlements, background);
    resumePayments = new ResumePayments(payments, takeStep, background, time);
    comparePayment =
        new ComparePayment(
            stripe,
            payments,
            new PutRight(payments, orders, authorize, takeMoney, takeStep, askAPerson, time),
            askAPerson);
    heedStripeEvents = new HeedStripeEvents(events, payments, comparePayment, background, time);
    reconcile = new ReconcileWithStripe(stripe, events, new Remembered(), comparePayment, time);
  }

  CompletableFuture<Settlement> charge() {
    return charge(ReservedId.fresh());
  }

  CompletableFuture<Settlement> charge(ReservedId id) {
    return chargeOrder
        .charge(OrdersModel.BUYER, OrdersModel.ID, "tok_visa", id)
        .toCompletableFuture();
  }

  /** What {@link #settle} does, but on another server: nobody here is woken. */
  void settleElsewhere() {
    Settlements here = settlements;
    FollowOrder followHere = followOrder;
    List<Runnable> waiting = new ArrayList<>(timers);
    start();
    resumeUntilQuiet();
    time.now = NOON.plusSeconds(1);
    settlements = here;
    followOrder = followHere;
    timers.addAll(waiting);
  }

  /** Brings every event and every task where it belongs until nothing is left to do. */
  void settle() {
    boolean busy = true;
    while (busy) {
      busy = deliverOrders() | deliverWebhooks();
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        run(task);
        busy = true;
      }
      for (var event : payments.publish()) {
        for (int i = 0; i < copiesOfEachEvent; i++) {
          order.hear(event.data());
        }
        busy = true;
      }
    }
  }

  boolean deliverOrders() {
    boolean any = delivered < order.log.size();
    while (delivered < order.log.size()) {
      OrdersModel.News news = order.log.get(delivered);
      for (int i = 0; i < copiesOfEachEvent; i++) {
        followOrder.follow(news.event(), news.version());
      }
      delivered++;
    }
    return any;
  }

  /** What is cut off is logged, and due again later. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (StripeBooks.Unread unread) {
      System.getLogger(World.class.getName()).log(System.Logger.Level.DEBUG, unread.toString());
    }
  }

  /** Stripe sends again what was not answered. */
  private boolean deliverWebhooks() {
    boolean any = webhooks > 0 && sent < stripe.news.size();
    while (webhooks > 0 && sent < stripe.news.size()) {
      for (int i = 0; i < webhooks; i++) {
        events.keep(stripe.news.get(sent), time.instant());
      }
      sent++;
    }
    if (any) {
      heedStripeEvents.run();
    }
    return any;
  }

  void pass(Duration duration) {
    time.now = time.now.plus(duration);
  }

  /** Lets waiting requests look again. */
  void tick() {
    List<Runnable> now = new ArrayList<>(timers);
    timers.clear();
    now.forEach(Runnable::run);
    settle();
  }

  /** Resumes whatever is due, as often as it takes. */
  void resumeUntilQuiet() {
    for (int i = 0; i < 20; i++) {
      pass(Duration.ofSeconds(20));
      resumePayments.run();
      heedStripeEvents.run();
      settle();
    }
  }

  Payment onlyPayment() {
    List<Payment> all = payments.all();
    if (all.size() != 1) {
      throw new AssertionError("Not one payment: " + all.size());
    }
    return all.get(0);
  }
}
