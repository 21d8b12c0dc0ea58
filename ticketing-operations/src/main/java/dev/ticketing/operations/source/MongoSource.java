package dev.ticketing.operations.source;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A collection of the document store. It is read in the order of its ids, page by page, so that
 * neither side has to keep much and a long look does not depend on a cursor that lives as long.
 */
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
    Bson next = new BsonDocument();
    while (true) {
      List<Document> page =
          find(next).sort(Sorts.ascending(Documents.ID)).limit(BATCH).into(new ArrayList<>(BATCH));
      if (page.isEmpty()) {
        return;
      }
      reader.accept(page);
      next = gt(Documents.ID, Documents.idOf(page.get(page.size() - 1)));
    }
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
