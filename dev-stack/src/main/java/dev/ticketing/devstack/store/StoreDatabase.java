package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;

/**
 * The collections of one database, each one map of the store. Only documents are kept there;
 * indexes are built from them when the store opens, so a crash cannot leave the two apart.
 */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  private static final int INVALID_OPTIONS = 72;
  private static final int COMMAND_NOT_SUPPORTED = 115;
  private static final String MAPS = "documents.";

  private final MVStore store;
  private final Journal journal;
  private final LongAdder documentsExamined = new LongAdder();

  StoreDatabase(String name, MVStore store, Journal journal, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    this.journal = journal;
    initializeNamespacesAndIndexes();
    completeInterruptedCreations();
  }

  /** A crash may fall between the creation of a collection and that of its index on ids. */
  private void completeInterruptedCreations() {
    for (Document namespace : resolveCollection("system.namespaces", true).queryAll()) {
      String fullName = namespace.get("name").toString();
      String collection = fullName.substring(getDatabaseName().length() + 1);
      if (resolveCollection(collection, true).getIndexes().isEmpty()) {
        addIndex(
            new Document("name", PrimaryIndex.NAME)
                .append("key", new Document(PrimaryIndex.FIELD, 1))
                .append("ns", fullName));
      }
    }
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    return MatchFirst.applies(command, query)
        ? new MatchFirst(this, databases, oplog).aggregate(query)
        : super.handleCommand(channel, command, query, databases, oplog);
  }

  static Stream<String> namesIn(MVStore store) {
    return store.getMapNames().stream()
        .filter(map -> map.startsWith(MAPS))
        .map(map -> map.substring(MAPS.length(), map.indexOf('.', MAPS.length())))
        .distinct();
  }

  long documentsExamined() {
    return documentsExamined.sum();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    return new StoreCollection(this, name, options, map(name), cursorRegistry, documentsExamined);
  }

  private DocumentMap map(String collection) {
    return new DocumentMap(MAPS + getFullCollectionNamespace(collection), store, journal);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return PrimaryIndex.NAME.equals(name)
        ? new PrimaryIndex(keys, map(collection))
        : new OrderedIndex(name, keys, sparse, true);
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new OrderedIndex(name, keys, sparse, false);
  }

  @Override
  protected synchronized void addIndex(Document description) {
    if (description.containsKey("partialFilterExpression")) {
      throw new MongoServerError(
          INVALID_OPTIONS, "InvalidOptions", "The embedded store has no partial indexes");
    }
    super.addIndex(description);
  }

  /** The emptied map stays; were it removed, the journal could not tell it from its successor. */
  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    map(name).clear();
  }

  @Override
  public void moveCollection(
      MongoDatabase source, MongoCollection<?> collection, String newCollectionName) {
    throw new MongoServerError(
        COMMAND_NOT_SUPPORTED, "CommandNotSupported", "The embedded store renames no collections");
  }

  @Override
  protected long getStorageSize() {
    return store.getFileStore().size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }
}
