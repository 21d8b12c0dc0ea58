package dev.ticketing.operations.source;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;

/** Where documents of one kind are read from, never written. Each has its id under {@code _id}. */
public interface Source {

  /** How many documents are in memory at once. */
  int BATCH = 100;

  /** Hands over all documents, no more than {@link #BATCH} at a time. */
  void scan(Consumer<List<Document>> reader);

  /** Those of these documents that are there. */
  List<Document> withIds(Collection<String> ids);

  /** The ids of those that are there. */
  default Set<String> present(Collection<String> ids) {
    return Documents.byId(withIds(ids)).keySet();
  }

  /**
   * The documents whose field has one of these values, by that value.
   *
   * @throws UnsupportedOperationException where nothing can be found that way
   */
  default Map<String, List<Document>> withField(String field, Collection<String> values) {
    throw new UnsupportedOperationException(field);
  }
}
