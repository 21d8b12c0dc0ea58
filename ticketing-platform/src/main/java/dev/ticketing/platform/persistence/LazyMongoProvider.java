package dev.ticketing.platform.persistence;

import com.mongodb.MongoClient;
import com.mongodb.MongoClientURI;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.ogm.datastore.mongodb.impl.MongoDBDatastoreProvider;
import org.hibernate.ogm.datastore.spi.BaseSchemaDefiner;
import org.hibernate.ogm.datastore.spi.SchemaDefiner;

/**
 * Connects Hibernate OGM to the document store that {@code mongodb.uri} names. The stock provider
 * blocks the start of the application, and then fails it, while the store is away; this one only
 * makes the client, which connects when it is used and again after every outage. All persistence
 * units of a server share one client; each has a database of its own.
 */
public class LazyMongoProvider extends MongoDBDatastoreProvider {

  private static final String DATABASE = "hibernate.ogm.datastore.database";

  private static final long serialVersionUID = 1L;

  private transient String database;

  @Override
  @SuppressWarnings("rawtypes")
  public void configure(Map properties) {
    database = (String) properties.get(DATABASE);
    super.configure(properties);
  }

  @Override
  public void start() {
    SharedClient.acquire();
  }

  @Override
  public void stop() {
    SharedClient.release();
  }

  @Override
  public MongoDatabase getDatabase() {
    return SharedClient.get().getDatabase(database);
  }

  @Override
  public Class<? extends SchemaDefiner> getSchemaDefinerType() {
    return NoSchema.class;
  }

  /** Indexes are made by each domain when it starts, see {@link IndexesAtStartup}. */
  public static class NoSchema extends BaseSchemaDefiner {}

  private static final class SharedClient {

    private static MongoClient client;
    private static int users;

    static synchronized void acquire() {
      if (users++ == 0) {
        client =
            new MongoClient(
                new MongoClientURI(
                    ConfigProvider.getConfig().getValue("mongodb.uri", String.class)));
      }
    }

    static synchronized MongoClient get() {
      return client;
    }

    static synchronized void release() {
      if (--users == 0) {
        client.close();
      }
    }
  }
}
