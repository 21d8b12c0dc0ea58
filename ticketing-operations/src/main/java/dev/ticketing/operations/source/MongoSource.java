package dev.ticketing.operations.source;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A collection of the document store, read through a cursor. */
public final class MongoSource implements Source {

  private final MongoCollection<Document> collection;
  private final Bson withoutSecrets;

  /**
   * @param secrets fields that are not read at all
   */
  public MongoSource(MongoCollection<Document> collection, String... secrets) {
    this.collection = collection;
    this.withoutSecrets = secrets.length == 0 ? new BsonDocument() : exclude(secrets);
  }

  @Override
  public void scan(Consumer<List<Document>> reader) {
    Batches.read(find(new BsonDocument()), reader);
  }

  @Override
  public List<Document> withIds(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : find(in(Documents.ID, ids)).into(new ArrayList<>());
  }

  @Override
  public Map<String, List<Document>> withField(String field, Collection<String> values) {
    return find(in(field, values)).into(new ArrayList<>()).stream()
        .collect(Collectors.groupingBy(document -> document.getString(field)));
  }

  private FindIterable<Document> find(Bson filter) {
    return collection.find(filter).projection(withoutSecrets).batchSize(BATCH);
  }
}
