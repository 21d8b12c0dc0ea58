package dev.ticketing.platform.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.ticketing.platform.aggregate.OutboxFields;
import dev.ticketing.platform.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Copies the traces of acts to the audit and takes them out of their documents, together with the
 * events that are published, many documents at a time.
 */
final class Clearing {

  private static final System.Logger LOG = System.getLogger(Clearing.class.getName());
  private static final long PAUSE_MILLIS = 20;
  private static final int BATCH = 200;
  private static final Bson EMPTY =
      Updates.combine(
          Updates.unset(OutboxFields.EVENTS),
          Updates.unset(OutboxFields.MARK),
          Updates.unset(OutboxFields.TRAIL));

  private final MongoCollection<Document> documents;
  private final Consumer<List<AuditEntry>> audit;
  private final Scheduling scheduling;
  private final Consumer<Unpublished> done;
  private final Queue<Unpublished> published = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean clearing = new AtomicBoolean();
  private volatile boolean ended;

  /**
   * @param audit has the traces when it returns; only then are they cleared
   * @param done is told of each aggregate, whether its events are cleared or will be sent again
   */
  Clearing(
      MongoCollection<Document> documents,
      Consumer<List<AuditEntry>> audit,
      Scheduling scheduling,
      Consumer<Unpublished> done) {
    this.documents = documents;
    this.audit = audit;
    this.scheduling = scheduling;
    this.done = done;
  }

  void add(Unpublished told) {
    published.add(told);
    clearSoon();
  }

  /** Clears what it can of what is left, at once. */
  void end() {
    ended = true;
    clearNext();
  }

  private void clearSoon() {
    if (clearing.compareAndSet(false, true) && !scheduling.after(PAUSE_MILLIS, this::clearNext)) {
      clearing.set(false);
    }
  }

  private void clearNext() {
    clearing.set(false);
    List<Unpublished> batch = new ArrayList<>();
    for (Unpublished next; batch.size() < BATCH && (next = published.poll()) != null; ) {
      batch.add(next);
    }
    if (!batch.isEmpty()) {
      clear(batch);
    }
    if (!published.isEmpty()) {
      clearSoon();
    }
  }

  private void clear(List<Unpublished> batch) {
    List<WriteModel<Document>> updates = new ArrayList<>(batch.size());
    for (Unpublished next : batch) {
      Bson unlessMoreWasSaid = and(eq("_id", next.id()), eq(OutboxFields.MARK, next.mark()));
      updates.add(new UpdateOneModel<>(unlessMoreWasSaid, EMPTY));
    }
    try {
      audit.accept(batch.stream().flatMap(next -> next.trail().stream()).toList());
      documents.bulkWrite(updates, new BulkWriteOptions().ordered(false));
    } catch (RuntimeException e) {
      if (!ended) {
        LOG.log(System.Logger.Level.WARNING, "Published but not cleared, will be repeated: " + e);
      }
    } finally {
      batch.forEach(done);
    }
  }
}
