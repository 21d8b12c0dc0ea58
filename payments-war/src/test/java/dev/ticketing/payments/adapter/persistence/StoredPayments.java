package dev.ticketing.payments.adapter.persistence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.bson.Document;

/** A document store in memory, for the collections of this domain. */
final class StoredPayments implements AutoCloseable {

  private final MongoServer server = new MongoServer(H2Backend.inMemory());
  private final MongoClient client =
      MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());

  MongoCollection<Document> empty(String name) {
    MongoCollection<Document> collection = client.getDatabase("payments").getCollection(name);
    collection.drop();
    return collection;
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}
