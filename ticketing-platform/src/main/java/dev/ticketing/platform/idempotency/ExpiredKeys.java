package dev.ticketing.platform.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Deletes the keys that count no more, a few at a time. Document stores that do so by themselves
 * leave it nothing to find; others would keep every key for ever.
 */
public final class ExpiredKeys implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ExpiredKeys.class.getName());
  private static final long PAUSE_SECONDS = 60;
  private static final int BATCH = 200;
  private static final int MOST_BATCHES = 50;

  private final MongoCollection<Document> keys;
  private final Clock clock;
  private final Future<?> sweeping;

  public ExpiredKeys(
      MongoCollection<Document> keys, ScheduledExecutorService scheduler, Clock clock) {
    this.keys = keys;
    this.clock = clock;
    this.sweeping =
        scheduler.scheduleWithFixedDelay(
            this::sweep, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  void sweep() {
    try {
      for (int batch = 0; batch < MOST_BATCHES; batch++) {
        if (deleteSome() < BATCH) {
          return;
        }
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.INFO, "Expired idempotency keys stay for now: " + e);
    }
  }

  private int deleteSome() {
    Bson expired = lte(IdempotencyKeys.EXPIRES, Date.from(clock.instant()));
    List<String> ids =
        keys.find(expired)
            .projection(Projections.include(IdempotencyKeys.ID))
            .limit(BATCH)
            .map(key -> key.getString(IdempotencyKeys.ID))
            .into(new ArrayList<>());
    if (!ids.isEmpty()) {
      keys.deleteMany(and(in(IdempotencyKeys.ID, ids), expired));
    }
    return ids.size();
  }

  @Override
  public void close() {
    sweeping.cancel(false);
  }
}
