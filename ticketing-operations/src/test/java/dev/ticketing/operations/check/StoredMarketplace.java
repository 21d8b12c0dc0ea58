package dev.ticketing.operations.check;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.ticketing.devstack.store.EmbeddedStore;
import dev.ticketing.operations.source.ContestedTickets;
import dev.ticketing.operations.source.MongoSource;
import dev.ticketing.operations.source.Source;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;

/** A marketplace in a document store of a test, in which a test can spoil what it likes. */
final class StoredMarketplace implements AutoCloseable {

  private final EmbeddedStore store;
  private final MongoClient client;
  private final Map<Place, ListedDocuments> elsewhere =
      Map.of(Place.INTENTS, new ListedDocuments(), Place.DEAD_LETTERS, new ListedDocuments());

  StoredMarketplace(Path directory) {
    store = EmbeddedStore.start(directory, 0);
    client = MongoClients.create(store.uri());
    clean();
  }

  /** Leaves nothing but the clean marketplace. */
  void clean() {
    Map<Place, List<Document>> clean = CleanMarketplace.documents();
    for (Place place : Place.values()) {
      if (elsewhere.containsKey(place)) {
        elsewhere.get(place).set(clean.getOrDefault(place, List.of()));
      } else if (place != Place.CONTESTED_TICKETS) {
        collection(place).deleteMany(new BsonDocument());
        collection(place).insertMany(clean.get(place));
      }
    }
  }

  void change(Place place, String id, String field, Object value) {
    if (elsewhere.containsKey(place)) {
      elsewhere.get(place).all().stream()
          .filter(document -> id.equals(document.getString("_id")))
          .forEach(document -> document.append(field, value));
    } else {
      collection(place).updateOne(eq("_id", id), value == null ? unset(field) : set(field, value));
    }
  }

  void remove(Place place, String id) {
    if (elsewhere.containsKey(place)) {
      elsewhere.get(place).all().removeIf(document -> id.equals(document.getString("_id")));
    } else {
      collection(place).deleteOne(eq("_id", id));
    }
  }

  void add(Place place, Document document) {
    if (elsewhere.containsKey(place)) {
      elsewhere.get(place).all().add(document);
    } else {
      collection(place).insertOne(document);
    }
  }

  /** The document once more, under another id. */
  void copy(Place place, String id, String newId) {
    add(place, new Document(collection(place).find(eq("_id", id)).first()).append("_id", newId));
  }

  Map<Place, Source> sources() {
    Map<Place, Source> sources = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      sources.put(
          place,
          elsewhere.containsKey(place)
              ? elsewhere.get(place)
              : place == Place.CONTESTED_TICKETS
                  ? new ContestedTickets(collection(place))
                  : new MongoSource(collection(place)));
    }
    return sources;
  }

  private MongoCollection<Document> collection(Place place) {
    return client.getDatabase(place.database()).getCollection(place.collection());
  }

  @Override
  public void close() {
    client.close();
    store.close();
  }
}
