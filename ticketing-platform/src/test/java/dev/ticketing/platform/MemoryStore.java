package dev.ticketing.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A document store of its own on a free port, with the real driver connected to it. */
public final class MemoryStore implements AutoCloseable {

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client;

  public MemoryStore() {
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .applyToClusterSettings(
                    cluster -> cluster.serverSelectionTimeout(20, TimeUnit.SECONDS))
                .build());
  }

  public MongoCollection<Document> collection(String name) {
    return client.getDatabase("test").getCollection(name);
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}
