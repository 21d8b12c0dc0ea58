package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * One collection: encoded documents under their ids. What is stored is never changed, only
 * replaced, and every reader decodes a copy of its own; so writers take turns, readers take no lock
 * and no reader sees a document half written.
 */
final class StoreCollection extends AbstractSynchronizedMongoCollection<Object> {

  private final DocumentMap documents;
  private final LongAdder examined;
  private volatile List<Index<Object>> readableIndexes = List.of();

  StoreCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      DocumentMap documents,
      CursorRegistry cursors,
      LongAdder examined) {
    super(database, name, options, cursors);
    this.documents = documents;
    this.examined = examined;
  }

  @Override
  public QueryResult handleQuery(QueryParameters parameters) {
    Document selector = parameters.getQuerySelector();
    String prefix = selector.containsKey("$query") ? "$" : "";
    boolean wrapped = selector.containsKey(prefix + "query");
    return queryDocuments(
        wrapped ? (Document) selector.get(prefix + "query") : selector,
        wrapped ? (Document) selector.get(prefix + "orderby") : null,
        parameters.getNumberToSkip(),
        parameters.getLimit(),
        parameters.getBatchSize(),
        parameters.getProjection());
  }

  @Override
  protected QueryResult queryDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    QueryPlan plan = QueryPlan.choose(query, orderBy, readableIndexes);
    if (plan.ids() == null && plan.index() == null) {
      return matchDocuments(query, orderBy, skip, limit, batchSize, fields);
    }
    Document remainingOrder = plan.ordered() ? null : orderBy;
    return matchDocumentsFromStream(
        candidates(plan), query, remainingOrder, skip, limit, batchSize, fields);
  }

  private Stream<Document> candidates(QueryPlan plan) {
    Stream<Object> positions =
        plan.ids() != null
            ? plan.ids().stream()
            : plan.index().walk(plan.ranges(), plan.backwards());
    return positions.map(this::getDocument).filter(Objects::nonNull);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    Stream<Document> all = streamAllDocumentsWithPosition().map(DocumentWithPosition::getDocument);
    return matchDocumentsFromStream(all, query, orderBy, skip, limit, batchSize, fields);
  }

  /** The inherited matcher remembers array positions and is not for several threads. */
  @Override
  protected boolean documentMatchesQuery(Document document, Document query) {
    return new DefaultQueryMatcher().matches(document, query);
  }

  @Override
  public synchronized void addIndex(Index<Object> index) {
    boolean isNew = getIndexes().stream().noneMatch(i -> i.getName().equals(index.getName()));
    if (isNew && index instanceof OrderedIndex ordered) {
      fill(ordered);
    }
    super.addIndex(index);
    readableIndexes = List.copyOf(getIndexes());
  }

  private void fill(OrderedIndex index) {
    try {
      streamAllDocumentsWithPosition()
          .forEach(
              found -> {
                index.checkAdd(found.getDocument(), this);
                index.add(found.getDocument(), found.getPosition(), this);
              });
    } catch (MongoServerError duplicate) {
      throw new IndexBuildFailedException(duplicate, this);
    }
  }

  @Override
  public synchronized void dropIndex(String name) {
    super.dropIndex(name);
    readableIndexes = List.copyOf(getIndexes());
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    Object key =
        getIdField() == null
            ? nextNumber()
            : PrimaryIndex.keyOf(Utils.getSubdocumentValue(document, getIdField()));
    documents.put(key, Bson.encode(document));
    return key;
  }

  private Long nextNumber() {
    return isEmpty() ? 0L : (Long) documents.lastKey() + 1;
  }

  @Override
  protected void handleUpdate(Object position, Document before, Document after) {
    documents.put(Missing.ofNullable(position), Bson.encode(after));
    for (Index<Object> index : readableIndexes) {
      if (index instanceof OrderedIndex ordered) {
        ordered.dropStale(before, after);
      }
    }
  }

  @Override
  protected void removeDocument(Object position) {
    documents.remove(position);
  }

  @Override
  protected Document getDocument(Object position) {
    byte[] encoded = documents.get(position);
    return encoded == null ? null : examined(encoded);
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return documents.entries().stream()
        .map(entry -> new DocumentWithPosition<>(examined(entry.getValue()), entry.getKey()));
  }

  private Document examined(byte[] encoded) {
    examined.increment();
    return Bson.decode(encoded);
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.size() == 0;
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int sizeDelta) {}

  @Override
  protected int getDataSize() {
    return documents.entries().stream().mapToInt(entry -> entry.getValue().length).sum();
  }
}
