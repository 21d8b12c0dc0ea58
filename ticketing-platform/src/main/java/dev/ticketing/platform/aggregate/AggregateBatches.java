package dev.ticketing.platform.aggregate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.TrailJson;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Makes the same small change to many aggregates in one read and one write, where one by one would
 * take too long. Each is guarded by its version as ever: whoever was changed by somebody else in
 * between is left as it is. One that cannot be read is left out and does not hold up the others.
 */
public final class AggregateBatches<T extends Aggregate> {

  private static final System.Logger LOG = System.getLogger(AggregateBatches.class.getName());
  private static final String ID = "_id";

  /**
   * What came of a batch.
   *
   * @param changed by this call; others were faster with the rest
   * @param unreadable left alone, and told to the log
   */
  public record Result(int changed, int unreadable) {}

  private final Class<T> type;
  private final EntityManagerFactory factory;
  private final MongoCollection<Document> documents;
  private final Outbox<T> outbox;

  public AggregateBatches(
      Class<T> type,
      EntityManagerFactory factory,
      MongoCollection<Document> documents,
      Outbox<T> outbox) {
    this.type = type;
    this.factory = factory;
    this.documents = documents;
    this.outbox = outbox;
  }

  /**
   * @param change changes an aggregate and tells an event of it, or does neither and says false
   * @param fields writes the fields that the change has touched, besides version and outbox
   */
  public Result change(List<String> ids, Predicate<T> change, Bson fields) {
    if (ids.isEmpty()) {
      return new Result(0, 0);
    }
    List<T> found = find(ids);
    List<T> changed = found.stream().filter(change).toList();
    List<T> written = write(changed, fields);
    written.forEach(outbox::publish);
    return new Result(written.size(), ids.size() - found.size());
  }

  private List<T> find(List<String> ids) {
    try (EntityManager entities = factory.createEntityManager()) {
      return entities
          .createQuery("select a from " + type.getSimpleName() + " a where a.id in :ids", type)
          .setParameter("ids", ids)
          .getResultList();
    } catch (RuntimeException e) {
      requireNoOutage(e);
      return ids.stream().map(this::findOne).filter(Objects::nonNull).toList();
    }
  }

  private T findOne(String id) {
    try (EntityManager entities = factory.createEntityManager()) {
      return entities.find(type, id);
    } catch (RuntimeException e) {
      requireNoOutage(e);
      LOG.log(System.Logger.Level.ERROR, "Cannot be read: " + type.getSimpleName() + " " + id, e);
      return null;
    }
  }

  private static void requireNoOutage(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MongoException) {
        throw e;
      }
    }
  }

  private List<T> write(List<T> changed, Bson fields) {
    if (changed.isEmpty()) {
      return changed;
    }
    List<WriteModel<Document>> writes = new ArrayList<>(changed.size());
    for (T aggregate : changed) {
      writes.add(
          new UpdateOneModel<>(
              and(eq(ID, aggregate.id()), eq("version", aggregate.version())),
              combine(
                  fields,
                  inc("version", 1L),
                  set(OutboxFields.EVENTS, EventJson.writeAll(aggregate.outbox())),
                  set(OutboxFields.MARK, aggregate.outboxMark()),
                  set(OutboxFields.TRAIL, TrailJson.write(aggregate.trail())))));
    }
    int matched =
        documents.bulkWrite(writes, new BulkWriteOptions().ordered(false)).getMatchedCount();
    return matched == changed.size() ? changed : ours(changed);
  }

  /** Those whose documents carry what this call has told. */
  private List<T> ours(List<T> changed) {
    Set<String> won = new HashSet<>();
    documents
        .find(in(ID, changed.stream().map(Aggregate::id).toList()))
        .projection(Projections.include(OutboxFields.MARK))
        .forEach(document -> won.add(document.getString(OutboxFields.MARK)));
    return changed.stream().filter(aggregate -> won.contains(aggregate.outboxMark())).toList();
  }
}
