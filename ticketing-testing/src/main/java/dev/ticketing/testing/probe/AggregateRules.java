package dev.ticketing.testing.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.AggregateStore;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * What holds for aggregates of every kind in the real document store; each domain states it of its
 * own. The aggregates are written as by servers that die before they publish what was told: the
 * domain's own relay has to find it.
 *
 * @param <T> the kind
 */
public final class AggregateRules<T extends Aggregate> {

  private static final int THREADS = 8;
  private static final int CHANGES = 50;

  private final Class<T> type;
  private final EntityManagerFactory factory;
  private final MongoCollection<Document> documents;
  private final Supplier<T> fresh;

  /**
   * @param database the domain's
   * @param fresh makes a new aggregate that nobody has stored
   */
  public AggregateRules(
      Class<T> type, EntityManagerFactory factory, String database, Supplier<T> fresh) {
    this.type = type;
    this.factory = factory;
    this.documents = Documents.of(database, type.getAnnotation(Table.class).name());
    this.fresh = fresh;
  }

  /** One server's way to the aggregates. */
  public AggregateStore<T> store() {
    return new AggregateStore<>(type, factory, unpublished -> {});
  }

  public T added() {
    T aggregate = fresh.get();
    store().add(aggregate);
    return aggregate;
  }

  public T found(String id) {
    return store().find(id).orElseThrow();
  }

  public void loadingAndCommittingLeavesTheVersion() {
    T aggregate = added();
    store().change(aggregate.id(), unchanged -> {});
    store().change(aggregate.id(), unchanged -> {});
    assertEquals(0, found(aggregate.id()).version());
  }

  public void anIdThatIsTakenIsRefused() {
    T aggregate = fresh.get();
    store().add(aggregate);
    assertThrows(EntityExistsException.class, () -> store().add(aggregate));
  }

  /**
   * Two servers change one aggregate in many threads each, and clear what it has told meanwhile.
   *
   * @param change makes the aggregate another one every time
   */
  public void ofManyChangesAtOnceNoneIsLost(Consumer<T> change) {
    String id = added().id();
    List<AggregateStore<T>> servers = List.of(clearingStore(), clearingStore());
    Simultaneously.run(
        THREADS,
        thread ->
            () -> {
              for (int i = 0; i < CHANGES; i++) {
                servers.get(thread % servers.size()).change(id, change);
              }
              return null;
            });
    assertEquals(THREADS * CHANGES, found(id).version());
  }

  private AggregateStore<T> clearingStore() {
    Document nothing = new Document("outbox", "").append("outboxMark", "").append("trail", "");
    return new AggregateStore<>(
        type,
        factory,
        told ->
            documents.updateOne(
                new Document("_id", told.id()).append("outboxMark", told.outboxMark()),
                new Document("$unset", nothing)));
  }

  /** The control of the race: the same threads and changes, but no version in the writes. */
  public void withoutTheVersionInTheWriteChangesAreLost() {
    Document byId = new Document("_id", added().id());
    Simultaneously.run(
        THREADS,
        thread ->
            () -> {
              for (int i = 0; i < CHANGES; i++) {
                Document loaded = documents.find(byId).first();
                loaded.put("version", loaded.getLong("version") + 1);
                documents.replaceOne(byId, loaded);
              }
              return null;
            });
    assertTrue(documents.find(byId).first().getLong("version") < THREADS * CHANGES);
  }

  /** Applies the change, after which the aggregate has this one event to tell. */
  public void whatItTellsIsInItsDocumentUntilItIsPublished(Consumer<T> change, EventType told) {
    String id = added().id();
    T changed = store().change(id, change).orElseThrow();
    Document stored = documents.find(new Document("_id", id)).first();
    assertTrue(stored.getString("outbox").contains(told.name()));
    assertEquals(changed.outboxMark(), stored.getString("outboxMark"));
    assertEquals(changed.version(), stored.getLong("version"));
    Patiently.await().until(() -> isPublished(told, id));
    Patiently.await()
        .until(() -> !documents.find(new Document("_id", id)).first().containsKey("outbox"));
    assertFalse(documents.find(new Document("_id", id)).first().containsKey("outboxMark"));
  }

  private static boolean isPublished(EventType told, String id) {
    return Events.published(told.topic(), id).stream().map(Envelope::type).anyMatch(told::equals);
  }
}
