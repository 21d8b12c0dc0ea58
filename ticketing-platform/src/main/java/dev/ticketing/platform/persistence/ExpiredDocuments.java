package dev.ticketing.platform.persistence;

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
 * Deletes the documents of a collection whose time is over, a few at a time. Document stores that
 * do so by themselves leave it nothing to find; others would keep every document for ever.
 */
public final class ExpiredDocuments implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ExpiredDocuments.class.getName());
  private static final String ID = "_id";
  private static final long PAUSE_SECONDS = 60;
  private static final int BATCH = 200;
  private static final int MOST_BATCHES = 50;

  private final MongoCollection<Document> documents;
  private final String field;
  private final Clock clock;
  private final Future<?> sweeping;

  /**
   * @param field tells the time from which on a document is to go
   */
  public ExpiredDocuments(
      MongoCollection<Document> documents,
      String field,
      ScheduledExecutorService scheduler,
      Clock clock) {
    this.documents = documents;
    this.field = field;
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
      LOG.log(System.Logger.Level.INFO, "Expired documents stay for now: " + e);
    }
  }

  private int deleteSome() {
    Bson expired = lte(field, Date.from(clock.instant()));
    List<String> ids =
        documents
            .find(expired)
            .projection(Projections.include(ID))
            .limit(BATCH)
            .map(document -> document.getString(ID))
            .into(new ArrayList<>());
    if (!ids.isEmpty()) {
      documents.deleteMany(and(in(ID, ids), expired));
    }
    return ids.size();
  }

  @Override
  public void close() {
    sweeping.cancel(false);
  }
}
