package dev.ticketing.payments.application;

import dev.ticketing.payments.application.StripeEvent.Type;
import dev.ticketing.payments.domain.Payment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Stripe's books in memory. A step that is asked again is answered again; what was not allowed by
 * the protocol, such as a second capture, would be counted twice. Whatever happens is told as news.
 */
final class MemoryStripe implements PaymentGateway, StripeBooks {

  /** What becomes of the next request to set money aside, when its own answer never comes. */
  enum RememberedError {
    NONE,
    /** Nothing was done, and the error is all that Stripe ever says of it. */
    NOTHING_DONE,
    /** The money was set aside, and the error is all that Stripe ever says of it. */
    DONE
  }

  private final Map<String, Intent> intents = new LinkedHashMap<>();
  private final Map<String, Authorization> authorizations = new HashMap<>();
  private final Crashes crashes;
  final List<StripeEvent> news = new ArrayList<>();
  final AtomicInteger requests = new AtomicInteger();
  int captures;
  int reads;
  Instant readFrom;
  int refunds;
  long capturedAmount;

  /** What the bank says to the next cards and captures, and how many answers get lost. */
  Supplier<Authorization> bank;

  Supplier<Capture> refusal = () -> null;
  RememberedError remembered = RememberedError.NONE;
  int lostAnswers;
  int unreachable;
  boolean refundsFail;
  boolean configured = true;
  Runnable beforeAnswer = () -> {};

  MemoryStripe(Crashes crashes) {
    this.crashes = crashes;
  }

  @Override
  public boolean isConfigured() {
    return configured;
  }

  @Override
  public boolean isReadable() {
    return configured;
  }

  @Override
  public Authorization authorize(Payment payment) {
    return ask(new Unknown(), () -> doAuthorize(payment));
  }

  private Authorization doAuthorize(Payment payment) {
    return authorizations.computeIfAbsent(
        payment.id(),
        id -> {
          if (payment.token() == null) {
            throw new AssertionError("The token was forgotten too soon");
          }
          if (remembered == RememberedError.NOTHING_DONE) {
            return new Unknown();
          }
          Authorization answer = bank == null ? new Authorized("pi_" + id) : bank.get();
          if (answer instanceof Authorized authorized) {
            put(intent(authorized.stripeId(), id, Standing.HELD, 0, 0), Type.PAYMENT_HELD);
          }
          return remembered == RememberedError.DONE ? new Unknown() : answer;
        });
  }

  @Override
  public Authorization lookUp(Payment payment) {
    return ask(
        new Unknown(),
        () ->
            intents.values().stream()
                .filter(intent -> payment.id().equals(intent.paymentId()))
                .findFirst()
                .<Authorization>map(
                    intent ->
                        intent.standing() == Standing.RELEASED
                            ? new Declined("no")
                            : new Authorized(intent.id()))
                .orElseGet(Absent::new));
  }

  @Override
  public Capture capture(Payment payment) {
    return ask(new Unknown(), () -> doCapture(payment));
  }

  private Capture doCapture(Payment payment) {
    Capture no = refusal.get();
    if (no != null) {
      move(payment.stripeId(), Standing.RELEASED, 0, 0, Type.PAYMENT_FAILED);
      return no;
    }
    if (standing(payment) == Standing.HELD) {
      captureByHand(payment.stripeId(), payment.amount().amount());
    }
    return standing(payment) == Standing.CAPTURED
        ? new Captured(intents.get(payment.stripeId()).received())
        : new Refused("gone");
  }

  @Override
  public Cancellation cancel(Payment payment) {
    return ask(new Unknown(), () -> doCancel(payment));
  }

  private Cancellation doCancel(Payment payment) {
    if (standing(payment) == Standing.CAPTURED) {
      return new AlreadyCaptured();
    }
    if (standing(payment) == Standing.HELD) {
      move(payment.stripeId(), Standing.RELEASED, 0, 0, Type.PAYMENT_CANCELED);
    }
    return new Cancelled();
  }

  @Override
  public Refunding refund(Payment payment) {
    return ask(new Unknown(), () -> refundsFail ? new Unknown() : doRefund(payment));
  }

  private Refunding doRefund(Payment payment) {
    Intent intent = intents.get(payment.stripeId());
    if (intent.hasMoney()) {
      refundByHand(intent.id(), intent.received());
      refunds++;
    }
    return new Refunded();
  }

  @Override
  public Standing standingOf(Payment payment) {
    return crashes.around(() -> standing(payment));
  }

  @Override
  public Optional<Intent> find(String intentId) {
    return read(() -> Optional.ofNullable(intents.get(intentId)));
  }

  @Override
  public void madeSince(Instant time, Consumer<Intent> reader) {
    readFrom = time;
    read(() -> List.copyOf(intents.values())).forEach(reader);
  }

  private synchronized <T> T read(Supplier<T> reading) {
    return crashes.around(
        () -> {
          if (unreachable-- > 0) {
            throw new Unread("nobody answers");
          }
          reads++;
          return reading.get();
        });
  }

  /** Somebody makes an intent in the name of a payment, without us. */
  void add(Intent intent) {
    intents.put(intent.id(), intent);
  }

  void captureByHand(String intentId, long amount) {
    captures++;
    capturedAmount = amount;
    move(intentId, Standing.CAPTURED, amount, 0, Type.PAYMENT_SUCCEEDED);
  }

  void refundByHand(String intentId, long amount) {
    long received = intents.get(intentId).received();
    move(intentId, Standing.CAPTURED, received, amount, Type.CHARGE_REFUNDED);
  }

  void dispute(String intentId) {
    Intent found = intents.get(intentId);
    Intent disputed =
        new Intent(
            found.id(),
            found.paymentId(),
            found.standing(),
            found.received(),
            found.refunded(),
            true);
    put(disputed, Type.DISPUTE_CREATED);
  }

  long held() {
    return intents.values().stream().filter(i -> i.standing() == Standing.HELD).count();
  }

  /** Money that was taken and not given back. */
  long kept() {
    return intents.values().stream().mapToLong(i -> i.received() - i.refunded()).sum();
  }

  private void move(String id, Standing standing, long received, long refunded, Type type) {
    put(intent(id, intents.get(id).paymentId(), standing, received, refunded), type);
  }

  static Intent intent(String id, String payment, Standing standing, long received, long refunded) {
    return new Intent(id, payment, standing, received, refunded, false);
  }

  private void put(Intent intent, Type type) {
    intents.put(intent.id(), intent);
    String payment = type == Type.DISPUTE_CREATED ? null : intent.paymentId();
    news.add(new StripeEvent("evt_" + news.size(), type, intent.id(), payment));
  }

  private Standing standing(Payment payment) {
    Intent intent = intents.get(payment.stripeId());
    return intent == null ? Standing.UNKNOWN : intent.standing();
  }

  private synchronized <T> T ask(T unknown, Supplier<T> step) {
    return crashes.around(
        () -> {
          requests.incrementAndGet();
          if (unreachable-- > 0) {
            return unknown;
          }
          T answer = step.get();
          beforeAnswer.run();
          return lostAnswers-- > 0 ? unknown : answer;
        });
  }
}
