package dev.ticketing.system.running;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Diary.Entry;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Somebody who lists tickets, orders those of others, and pays or cancels what they have ordered.
 * An answer that says the server could not, or none at all, leaves open whether it did.
 */
final class Trader {

  /** A ticket that somebody offers. */
  record Offer(String ticketId, User seller) {}

  private final User user;
  private final Queue<Offer> market;
  private final Promises promises;
  private final Diary diary;
  private final Random random;

  Trader(User user, Queue<Offer> market, Promises promises, Diary diary, long seed) {
    this.user = user;
    this.market = market;
    this.promises = promises;
    this.diary = diary;
    this.random = new Random(seed);
  }

  /** Lists one ticket and buys another. */
  void trade() {
    attempt(
        "list",
        () -> user.listTicket("A seat", 19.99),
        answer -> {
          promises.listed(answer.id());
          market.add(new Offer(answer.id(), user));
        });
    Offer offer = market.poll();
    if (offer != null && offer.seller() != user) {
      attempt("order", () -> user.order(offer.ticketId()), this::goOn);
    } else if (offer != null) {
      market.add(offer);
    }
  }

  private void goOn(Answer placed) {
    String order = placed.id();
    promises.ordered(order, user);
    int turn = random.nextInt(10);
    if (turn < 6) {
      attempt("charge", () -> user.charge(order, "tok_visa"), answer -> paid(order, answer));
    } else if (turn < 7) {
      attempt("decline", () -> user.charge(order, "tok_chargeDeclined"), answer -> {});
    } else if (turn < 9) {
      attempt("cancel", () -> user.cancel(order), answer -> promises.cancelled(order));
    }
  }

  private void paid(String order, Answer answer) {
    if (answer.status() == 201) {
      promises.paid(order);
    }
  }

  private void attempt(String what, Supplier<Answer> request, Consumer<Answer> then) {
    Instant sent = Instant.now();
    long begin = System.nanoTime();
    try {
      Answer answer = request.get();
      Entry entry = new Entry(what, sent, since(begin), answer.status(), answer.text());
      if (entry.succeeded()) {
        then.accept(answer);
      }
      diary.note(entry);
    } catch (ProcessingException e) {
      diary.note(new Entry(what, sent, since(begin), Diary.NO_ANSWER, e.toString()));
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
