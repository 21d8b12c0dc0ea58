package dev.ticketing.orders.adapter.persistence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.ticketing.devstack.store.EmbeddedStore;
import java.nio.file.Path;
import org.bson.Document;

/** The collection of locks in a document store of a test. */
final class StoredTickets implements AutoCloseable {

  private final EmbeddedStore store;
  private final MongoClient client;

  StoredTickets(Path directory) {
    store = EmbeddedStore.start(directory, 0);
    client = MongoClients.create(store.uri());
  }

  MongoCollection<Document> collection() {
    return client.getDatabase("orders").getCollection(LockFields.COLLECTION);
  }

  @Override
  public void close() {
    client.close();
    store.close();
  }
}
