package dev.ticketing.platform.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.OutboxFields;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.MalformedEvent;
import dev.ticketing.platform.json.TrailJson;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Looks every second for events that nobody has published within two. */
final class Sweep {

  private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(2);
  private static final long PAUSE_MILLIS = 1_000;
  private static final int BATCH = 200;

  private final MongoCollection<Document> documents;
  private final Clock clock;
  private final Consumer<Unpublished> found;
  private Future<?> sweeping;
  private volatile boolean quiet;

  /**
   * @param found is told of each aggregate that has something left
   */
  Sweep(MongoCollection<Document> documents, Clock clock, Consumer<Unpublished> found) {
    this.documents = documents;
    this.clock = clock;
    this.found = found;
  }

  void begin(ScheduledExecutorService scheduler) {
    sweeping =
        scheduler.scheduleWithFixedDelay(
            this::sweep, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The last sweep may still be underway, but says no more. */
  void end() {
    quiet = true;
    sweeping.cancel(false);
  }

  private void sweep() {
    try {
      Bson leftBehind =
          and(
              gt(OutboxFields.MARK, ""),
              lt(OutboxFields.MARK, Identifier.firstAt(clock.instant().minus(LEFT_BEHIND))));
      for (Document document :
          documents
              .find(leftBehind)
              .projection(
                  Projections.include(OutboxFields.EVENTS, OutboxFields.MARK, OutboxFields.TRAIL))
              .limit(BATCH)) {
        tellOf(document);
      }
      quiet = false;
    } catch (RuntimeException e) {
      if (!quiet) {
        LOG.log(System.Logger.Level.WARNING, "Cannot look for unpublished events, goes on: " + e);
      }
      quiet = true;
    }
  }

  private void tellOf(Document document) {
    String id = document.getString("_id");
    try {
      found.accept(
          new Unpublished(
              id,
              document.getString(OutboxFields.MARK),
              eventsIn(document),
              TrailJson.read(document.getString(OutboxFields.TRAIL))));
    } catch (MalformedEvent e) {
      LOG.log(System.Logger.Level.ERROR, "Cannot be published, left in " + id + ": " + e);
    }
  }

  private static List<Envelope<?>> eventsIn(Document document) {
    String events = document.getString(OutboxFields.EVENTS);
    return events == null ? List.of() : EventJson.readAll(events);
  }
}
