package dev.ticketing.devstack.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedCreationTest {

  private static final String NAMESPACES = "documents.orders.system.namespaces";

  @TempDir Path directory;

  @Test
  void aCollectionThatACrashLeftWithoutItsIdIndexGetsIt() {
    registerCollectionOnly();
    try (EmbeddedStore store = EmbeddedStore.start(directory, 0);
        MongoClient client = MongoClients.create(store.uri())) {
      MongoCollection<Document> locks = client.getDatabase("orders").getCollection("locks");
      locks.insertOne(new Document("_id", "a"));
      assertThrows(MongoWriteException.class, () -> locks.insertOne(new Document("_id", "a")));
      assertEquals(1, locks.countDocuments());
    }
  }

  private void registerCollectionOnly() {
    try (MVStore file = DataFile.open(directory)) {
      MVMap<Object, byte[]> namespaces = DataFile.map(file, NAMESPACES);
      namespaces.put(
          "orders.locks",
          Bson.encode(new de.bwaldvogel.mongo.bson.Document("name", "orders.locks")));
      file.commit();
    }
  }
}
