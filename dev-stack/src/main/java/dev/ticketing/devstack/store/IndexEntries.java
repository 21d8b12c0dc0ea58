package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The entries a document has in an index: one, or one per element of an array, or none. */
final class IndexEntries {

  private IndexEntries() {}

  static List<Object[]> of(OrderedIndex index, Document document) {
    if (index.isSparse() && index.getKeys().stream().noneMatch(key -> isPresent(document, key))) {
      return List.of();
    }
    Object position = PrimaryIndex.keyOf(document.get(PrimaryIndex.FIELD));
    List<Object[]> found = new ArrayList<>(1);
    for (KeyValue values : index.getKeyValues(document)) {
      Object[] entry = new Object[values.size() + 1];
      for (int field = 0; field < values.size(); field++) {
        entry[field] = values.get(field);
      }
      entry[values.size()] = position;
      found.add(entry);
    }
    return found;
  }

  static boolean haveArray(OrderedIndex index, Document document) {
    return index.getKeys().stream()
        .map(key -> Utils.getSubdocumentValueCollectionAware(document, key.getKey()))
        .anyMatch(Collection.class::isInstance);
  }

  static Object[] withPosition(Object[] entry, Object position) {
    Object[] changed = entry.clone();
    changed[changed.length - 1] = position;
    return changed;
  }

  static KeyValue values(Object[] entry) {
    return new KeyValue(Arrays.asList(entry).subList(0, entry.length - 1));
  }

  private static boolean isPresent(Document document, IndexKey key) {
    return !(Utils.getSubdocumentValue(document, key.getKey()) instanceof Missing);
  }
}
