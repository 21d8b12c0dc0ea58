package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import dev.ticketing.devstack.stripe.store.RecordStore;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to the receiver, at least once each and in no certain order. A receiver that does
 * not answer 2xx is tried again, less and less often, ten times in all; a restart begins anew with
 * the events that are still under way. Of the events that are done with, the last five thousand
 * stay at hand for the API.
 */
final class Webhooks implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final int TRIES = 10;
  private static final int THREADS = 4;
  private static final int KEPT = 5_000;
  private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toMillis();

  private final RecordStore store;
  private final WebhookReceiver receiver;
  private final Duration firstPause;
  private final ScheduledThreadPoolExecutor workers;
  private final Deque<String> done = new ArrayDeque<>();
  private volatile boolean twice;

  Webhooks(RecordStore store, WebhookReceiver receiver, Duration firstPause) {
    this.store = store;
    this.receiver = receiver;
    this.firstPause = firstPause;
    this.workers =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "stripe-sandbox-webhooks");
              thread.setDaemon(true);
              return thread;
            });
    workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void resume() {
    for (String id : store.ids(Kind.EVENT)) {
      if (store.contains(Kind.DELIVERY, id)) {
        retire(id);
      } else {
        workers.execute(() -> deliver(id, 1));
      }
    }
  }

  void announce(List<String> events) {
    for (String id : events) {
      workers.execute(() -> deliver(id, 1));
    }
  }

  /** Sends an event once more, whether or not it has arrived before. */
  void resend(String id) {
    workers.execute(() -> post(store.find(Kind.EVENT, id)));
  }

  /** From now on every event is sent twice, or once again. */
  void sendTwice(boolean on) {
    twice = on;
  }

  private void deliver(String id, int attempt) {
    ObjectNode event = store.find(Kind.EVENT, id);
    if (event == null || event.path("pending_webhooks").intValue() == 0) {
      retire(id);
    } else if (post(event)) {
      if (twice) {
        post(event);
      }
      finish(id, "delivered", attempt);
    } else if (workers.isShutdown()) {
      LOG.debug("Event {} is left for the next start", id);
    } else if (attempt == TRIES) {
      LOG.warn("Gave up on the webhook of event {} after {} tries", id, TRIES);
      finish(id, "given_up", attempt);
    } else {
      long pause = Math.min(firstPause.toMillis() << (attempt - 1), LONGEST_PAUSE);
      workers.schedule(() -> deliver(id, attempt + 1), pause, TimeUnit.MILLISECONDS);
    }
  }

  private boolean post(ObjectNode event) {
    return event != null && receiver.accepts(Json.bytes(event));
  }

  private void finish(String id, String state, int tries) {
    ObjectNode event = store.find(Kind.EVENT, id);
    if (event != null) {
      ObjectNode mark = Json.object();
      mark.put("id", id).put("object", Kind.DELIVERY.object());
      mark.set("created", event.get("created"));
      mark.put("state", state).put("tries", tries);
      store.commit(List.of(mark));
    }
    retire(id);
  }

  private synchronized void retire(String id) {
    done.addLast(id);
    if (done.size() > KEPT) {
      String oldest = done.removeFirst();
      store.forget(Kind.EVENT, oldest);
      store.forget(Kind.DELIVERY, oldest);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
