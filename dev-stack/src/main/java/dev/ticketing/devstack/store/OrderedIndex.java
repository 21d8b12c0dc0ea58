package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * A secondary index, unique or not: a sorted set of entries on the heap, built from the documents
 * when the store opens. Readers walk it while writers change it. An update adds the new entry at
 * once, but drops the old one only after the document has been replaced: at every moment one of the
 * two leads to the document, and what a reader finds there is matched against its query anyway.
 */
final class OrderedIndex extends Index<Object> {

  private final boolean unique;
  private final KeyOrder order;
  private final NavigableSet<Object[]> entries;
  private volatile boolean holdsArrays;

  OrderedIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique) {
    super(name, keys, sparse);
    this.unique = unique;
    this.order = new KeyOrder(keys);
    this.entries = new ConcurrentSkipListSet<>(order);
  }

  KeyOrder order() {
    return order;
  }

  /** Bounds do not describe the matches of array fields, whose every element is an entry. */
  boolean isUsable() {
    return !holdsArrays;
  }

  @Override
  public boolean isSparse() {
    return super.isSparse();
  }

  /** The positions in these stretches, each once, though a document on the move has two entries. */
  Stream<Object> walk(List<KeyRange> ranges, boolean backwards) {
    List<NavigableSet<Object[]>> parts = new ArrayList<>();
    for (KeyRange range : ranges) {
      NavigableSet<Object[]> part = entries.subSet(range.from(), true, range.to(), true);
      parts.add(backwards ? 0 : parts.size(), backwards ? part.descendingSet() : part);
    }
    return parts.stream().flatMap(NavigableSet::stream).map(OrderedIndex::position).distinct();
  }

  private static Object position(Object[] entry) {
    return entry[entry.length - 1];
  }

  private List<Object[]> entriesOf(Document document) {
    return IndexEntries.of(this, document);
  }

  @Override
  public Object getPosition(Document document) {
    return PrimaryIndex.keyOf(document.get(PrimaryIndex.FIELD));
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    if (!unique) {
      return;
    }
    for (Object[] entry : entriesOf(document)) {
      Object[] found = entries.ceiling(IndexEntries.withPosition(entry, KeyOrder.FIRST));
      boolean taken =
          found != null
              && order.compare(found, IndexEntries.withPosition(entry, KeyOrder.LAST)) <= 0
              && !position(found).equals(position(entry));
      if (taken) {
        throw new DuplicateKeyError(this, collection, getKeys(), IndexEntries.values(entry));
      }
    }
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    holdsArrays |= IndexEntries.haveArray(this, document);
    entries.addAll(entriesOf(document));
  }

  @Override
  public Object remove(Document document) {
    entriesOf(document).forEach(entries::remove);
    return getPosition(document);
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
    checkAdd(after, collection);
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    add(after, position, collection);
  }

  /** The second half of an update, once the collection holds the new document. */
  void dropStale(Document before, Document after) {
    List<Object[]> kept = entriesOf(after);
    for (Object[] entry : entriesOf(before)) {
      if (kept.stream().noneMatch(other -> order.compare(entry, other) == 0)) {
        entries.remove(entry);
      }
    }
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    throw new UnsupportedOperationException("Queries are planned by QueryPlan");
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return toIndexDescription().equals(other.toIndexDescription());
  }

  @Override
  public long getCount() {
    return entries.size();
  }

  @Override
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    entries.clear();
  }
}
