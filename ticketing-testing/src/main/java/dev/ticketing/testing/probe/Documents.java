package dev.ticketing.testing.probe;

import com.mongodb.MongoClient;
import com.mongodb.MongoClientURI;
import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.bson.Document;

/** The document store as any client sees it. */
public final class Documents {

  private static MongoClient client;

  private Documents() {}

  public static Optional<Document> find(String database, String collection, String id) {
    return Optional.ofNullable(of(database, collection).find(new Document("_id", id)).first());
  }

  public static synchronized MongoCollection<Document> of(String database, String collection) {
    if (client == null) {
      client = new MongoClient(new MongoClientURI(Variable.get("MONGODB_URI")));
    }
    return client.getDatabase(database).getCollection(collection);
  }
}
