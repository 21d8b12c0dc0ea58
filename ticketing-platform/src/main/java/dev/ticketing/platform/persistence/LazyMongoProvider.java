package dev.ticketing.platform.persistence;

import com.mongodb.MongoClient;
import com.mongodb.MongoClientOptions;
import com.mongodb.MongoClientURI;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.ogm.datastore.mongodb.impl.MongoDBDatastoreProvider;
import org.hibernate.ogm.datastore.spi.BaseSchemaDefiner;
import org.hibernate.ogm.datastore.spi.DatastoreProvider;
import org.hibernate.ogm.datastore.spi.SchemaDefiner;
import org.hibernate.ogm.options.spi.OptionsService;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * Connects Hibernate OGM to the document store that {@code mongodb.uri} names. The stock provider
 * blocks the start of the application, and then fails it, while the store is away; this one only
 * makes the client, which connects when it is used and again after every outage. A store that is
 * away, or that does not answer, is given up on after seconds, unless the URI says otherwise. All
 * persistence units of a server share one client; each has a database of its own.
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

  /**
   * Leaves the database alone; each domain makes its indexes when it starts, see {@link
   * IndexesAtStartup}. No aggregate keeps files, but every write asks who would store them.
   */
  public static class NoSchema extends BaseSchemaDefiner {

    private static final long serialVersionUID = 1L;

    @Override
    public void initializeSchema(SchemaDefinitionContext context) {
      ServiceRegistryImplementor services = context.getSessionFactory().getServiceRegistry();
      ((MongoDBDatastoreProvider) services.getService(DatastoreProvider.class))
          .initializeBinaryStorageManager(services.getService(OptionsService.class), Map.of());
    }
  }

  private static final class SharedClient {

    private static final int SELECTION_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 10_000;

    private static MongoClient client;
    private static int users;

    static synchronized void acquire() {
      if (users++ == 0) {
        client =
            new MongoClient(
                new MongoClientURI(
                    ConfigProvider.getConfig().getValue("mongodb.uri", String.class), impatient()));
      }
    }

    /** The driver's own defaults wait half a minute, and for an answer for ever. */
    private static MongoClientOptions.Builder impatient() {
      return MongoClientOptions.builder()
          .serverSelectionTimeout(SELECTION_MILLIS)
          .connectTimeout(SELECTION_MILLIS)
          .socketTimeout(ANSWER_MILLIS);
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
