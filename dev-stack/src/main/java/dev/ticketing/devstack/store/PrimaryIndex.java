package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;

/** The index on {@code _id}: the collection's own map, whose keys are the normalized ids. */
final class PrimaryIndex extends Index<Object> {

  static final String NAME = "_id_";
  static final String FIELD = "_id";

  private final DocumentMap documents;

  PrimaryIndex(List<IndexKey> keys, DocumentMap documents) {
    super(NAME, keys, false);
    this.documents = documents;
  }

  static Object keyOf(Object id) {
    return Missing.ofNullable(Bson.normalized(id));
  }

  @Override
  public Object getPosition(Document document) {
    Object key = keyOf(document.get(FIELD));
    return documents.contains(key) ? key : null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    if (getPosition(document) != null) {
      throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(FIELD)));
    }
  }

  /** The document's own place in the map is its entry. */
  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {}

  @Override
  public Object remove(Document document) {
    return getPosition(document);
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {}

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
    return true;
  }

  @Override
  public long getCount() {
    return documents.size();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {}
}
