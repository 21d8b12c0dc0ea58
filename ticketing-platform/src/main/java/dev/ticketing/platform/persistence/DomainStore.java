package dev.ticketing.platform.persistence;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.AggregateBatches;
import dev.ticketing.platform.aggregate.AggregateStore;
import dev.ticketing.platform.aggregate.Outbox;
import dev.ticketing.platform.aggregate.OutboxFields;
import dev.ticketing.platform.idempotency.IdempotencyKeys;
import dev.ticketing.platform.limits.RateLimits;
import dev.ticketing.platform.limits.StoredRateLimits;
import dev.ticketing.platform.messaging.EventSender;
import dev.ticketing.platform.messaging.OutboxRelay;
import dev.ticketing.platform.persistence.IndexesAtStartup.Index;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.bson.Document;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.ogm.datastore.mongodb.impl.MongoDBDatastoreProvider;
import org.hibernate.ogm.datastore.spi.DatastoreProvider;

/**
 * One domain's database: its aggregates through Hibernate OGM, with their outboxes, and plain
 * collections for what is decided by a single atomic update or only read.
 */
public final class DomainStore implements AutoCloseable {

  @FunctionalInterface
  private interface Closeable {
    void close();
  }

  private final EntityManagerFactory factory;
  private final MongoDatabase database;
  private final EventSender sender;
  private final ScheduledExecutorService scheduler;
  private final Clock clock;
  private final List<Closeable> resources = new ArrayList<>();
  private final Map<Class<?>, Outbox<?>> outboxes = new HashMap<>();
  private final List<Index> indexes = new ArrayList<>();
  private IndexesAtStartup making;

  public DomainStore(
      EntityManagerFactory factory,
      EventSender sender,
      ScheduledExecutorService scheduler,
      Clock clock) {
    this.factory = factory;
    this.database = databaseOf(factory);
    this.sender = sender;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  private static MongoDatabase databaseOf(EntityManagerFactory factory) {
    DatastoreProvider provider =
        factory
            .unwrap(SessionFactoryImplementor.class)
            .getServiceRegistry()
            .getService(DatastoreProvider.class);
    return ((MongoDBDatastoreProvider) provider).getDatabase();
  }

  /** The aggregates of one class, whose events are relayed from now on. */
  public <T extends Aggregate> AggregateStore<T> aggregates(Class<T> type) {
    String collection = type.getAnnotation(Table.class).name();
    OutboxRelay<T> relay = new OutboxRelay<>(collection(collection), sender, scheduler, clock);
    resources.add(relay::close);
    indexes.add(Index.on(collection, Indexes.ascending(OutboxFields.MARK)));
    outboxes.put(type, relay);
    return new AggregateStore<>(type, factory, relay);
  }

  /** Changes of many aggregates at once, of a class whose events are relayed already. */
  @SuppressWarnings("unchecked")
  public <T extends Aggregate> AggregateBatches<T> batches(Class<T> type) {
    Outbox<T> outbox = (Outbox<T>) outboxes.get(type);
    String collection = type.getAnnotation(Table.class).name();
    return new AggregateBatches<>(type, factory, collection(collection), outbox);
  }

  /**
   * The idempotency keys of this domain's clients; to be called once, before the indexes are made.
   */
  public IdempotencyKeys idempotencyKeys() {
    return new IdempotencyKeys(
        expiring(IdempotencyKeys.COLLECTION, IdempotencyKeys.EXPIRES), clock);
  }

  /**
   * A collection whose documents are deleted some time after their time is over; to be called once,
   * before the indexes are made.
   *
   * @param field tells the time of each document; those without it stay
   */
  public MongoCollection<Document> expiring(String name, String field) {
    MongoCollection<Document> documents = collection(name);
    indexes.add(Index.expiring(name, field));
    ExpiredDocuments expired = new ExpiredDocuments(documents, field, scheduler, clock);
    resources.add(expired::close);
    return documents;
  }

  /**
   * The limits that all servers of this domain count together; to be called once, before the
   * indexes are made.
   */
  public RateLimits rateLimits() {
    return new StoredRateLimits(
        expiring(StoredRateLimits.COLLECTION, StoredRateLimits.EXPIRES), clock);
  }

  public MongoCollection<Document> collection(String name) {
    return database.getCollection(name);
  }

  /** Makes these indexes, and those of the outboxes, as soon as the document store answers. */
  public void makeIndexes(List<Index> wanted) {
    makeIndexes(wanted, () -> {});
  }

  /**
   * Makes these indexes, and those of the outboxes, as soon as the document store answers.
   *
   * @param afterwards runs once they are made, and again until the store was there throughout; the
   *     domain is ready after it
   */
  public void makeIndexes(List<Index> wanted, Runnable afterwards) {
    indexes.addAll(wanted);
    making = new IndexesAtStartup(database, indexes, afterwards, scheduler);
    making.begin();
  }

  /** Whether the indexes are made, so that what must be unique is kept so. */
  public boolean hasIndexes() {
    return making != null && making.areMade();
  }

  /**
   * @return whether the indexes are made
   * @throws com.mongodb.MongoException when the document store does not answer
   */
  public boolean isReady() {
    database.runCommand(new Document("ping", 1));
    return hasIndexes();
  }

  @Override
  public void close() {
    resources.forEach(Closeable::close);
  }
}
