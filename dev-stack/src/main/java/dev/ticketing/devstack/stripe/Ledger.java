package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import dev.ticketing.devstack.stripe.store.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Executes one changing request after the other, so two captures of one intent never see the same
 * state. The changes, the events and the answer for the idempotency key go to the journal together,
 * before the client hears of any of it.
 */
final class Ledger {
  static final Duration KEY_LIFE = Duration.ofHours(24);

  private final ReentrantLock turn = new ReentrantLock();
  private final RecordStore store;
  private final Clock clock;
  private final Predicate<String> webhooks;
  private final Consumer<List<String>> announce;

  Ledger(
      RecordStore store, Clock clock, Predicate<String> webhooks, Consumer<List<String>> announce) {
    this.store = store;
    this.clock = clock;
    this.webhooks = webhooks;
    this.announce = announce;
  }

  Answer read(ApiRequest request, Function<Changes, Answer> action) {
    try {
      return action.apply(new Changes(store, clock, request, type -> false));
    } catch (ApiError e) {
      return e.answer();
    }
  }

  Answer write(ApiRequest request, Function<Changes, Answer> action) {
    turn.lock();
    try {
      Changes changes = new Changes(store, clock, request, webhooks);
      Answer answer;
      try {
        answer = action.apply(changes);
      } catch (ApiError e) {
        if (!e.isOutcome()) {
          return e.answer();
        }
        changes = new Changes(store, clock, request, webhooks);
        answer = e.answer();
      }
      if (request.idempotencyKey() != null) {
        changes.put(Kind.ANSWER, remembered(request, answer, changes.now()));
      }
      store.commit(changes.records());
      announce.accept(changes.events());
      return answer;
    } finally {
      turn.unlock();
    }
  }

  /** From now on this is the answer to the request's key, whatever the answer was. */
  void remember(ApiRequest request, Answer answer) {
    if (request.idempotencyKey() == null) {
      return;
    }
    turn.lock();
    try {
      store.commit(List.of(remembered(request, answer, clock.instant().getEpochSecond())));
    } finally {
      turn.unlock();
    }
  }

  /** Forgets everything. */
  void clear() {
    turn.lock();
    try {
      store.clear();
    } finally {
      turn.unlock();
    }
  }

  /** The answer that belongs to the request's key, or null while the key is free. */
  Answer replay(ApiRequest request) {
    ObjectNode stored = store.find(Kind.ANSWER, request.idempotencyKey());
    if (stored == null) {
      return null;
    }
    if (!isFresh(stored, clock)) {
      store.forget(Kind.ANSWER, request.idempotencyKey());
      return null;
    }
    if (!request.fingerprint().equals(stored.path("fingerprint").textValue())) {
      throw ApiError.idempotency(
          400,
          null,
          "Keys for idempotent requests can only be used with the same parameters they were first"
              + " used with. Try using a key other than '"
              + request.idempotencyKey()
              + "' if you meant to execute a different request.");
    }
    return new Answer(stored.path("status").intValue(), (ObjectNode) stored.path("body"), true);
  }

  static boolean isFresh(ObjectNode answer, Clock clock) {
    long age = clock.instant().getEpochSecond() - answer.path("created").longValue();
    return age < KEY_LIFE.toSeconds();
  }

  private static ObjectNode remembered(ApiRequest request, Answer answer, long now) {
    ObjectNode record = Json.object();
    record.put("id", request.idempotencyKey());
    record.put("object", Kind.ANSWER.object());
    record.put("created", now);
    record.put("fingerprint", request.fingerprint());
    record.put("status", answer.status());
    record.set("body", answer.body());
    return record;
  }
}
