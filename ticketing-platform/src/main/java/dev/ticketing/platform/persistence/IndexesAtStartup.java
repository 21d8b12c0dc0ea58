package dev.ticketing.platform.persistence;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;

/**
 * The indexes a domain relies on. They are made when the domain starts, again and again until the
 * document store has answered; until then the domain is not ready.
 */
public final class IndexesAtStartup {

  /** One index; a unique one ignores documents that lack its field. */
  public record Index(String collection, Bson keys, IndexOptions options) {

    public static Index on(String collection, Bson keys) {
      return new Index(collection, keys, new IndexOptions());
    }

    /** For queries about documents that have the field, where most do not. */
    public static Index sparse(String collection, Bson keys) {
      return new Index(collection, keys, new IndexOptions().sparse(true));
    }

    public static Index unique(String collection, Bson keys) {
      return new Index(collection, keys, new IndexOptions().unique(true).sparse(true));
    }

    /** Lets the store delete each document at the time that this field tells. */
    public static Index expiring(String collection, String field) {
      return new Index(
          collection,
          Indexes.ascending(field),
          new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }
  }

  private static final System.Logger LOG = System.getLogger(IndexesAtStartup.class.getName());
  private static final long PAUSE_MILLIS = 1_000;

  private final MongoDatabase database;
  private final List<Index> indexes;
  private final Runnable afterwards;
  private final ScheduledExecutorService scheduler;
  private volatile boolean made;

  public IndexesAtStartup(
      MongoDatabase database,
      List<Index> indexes,
      Runnable afterwards,
      ScheduledExecutorService scheduler) {
    this.database = database;
    this.indexes = List.copyOf(indexes);
    this.afterwards = afterwards;
    this.scheduler = scheduler;
  }

  public void begin() {
    scheduler.execute(this::make);
  }

  public boolean areMade() {
    return made;
  }

  private void make() {
    try {
      for (Index index : indexes) {
        database.getCollection(index.collection()).createIndex(index.keys(), index.options());
      }
      afterwards.run();
      made = true;
    } catch (MongoException | PersistenceException e) {
      LOG.log(System.Logger.Level.INFO, "Indexes not yet made: " + e.getMessage());
      scheduler.schedule(this::make, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }
}
