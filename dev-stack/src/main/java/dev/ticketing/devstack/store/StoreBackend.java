package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Runs the commands; a command that may have written is answered only after it is in the journal.
 */
final class StoreBackend extends H2Backend {

  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "findandmodify",
          "aggregate",
          "create",
          "createindexes",
          "drop",
          "dropindexes",
          "dropdatabase");

  /** Without a size the library would put everything in one reply, which drivers limit to 48 MB. */
  private static final Set<String> BATCHED = Set.of("find", "getmore");

  private static final int DOCUMENTS_PER_BATCH = 500;

  private final Journal journal;
  private final GroupCommit commits;
  private final Checkpoints checkpoints;

  StoreBackend(MVStore store, Journal journal) {
    super(store);
    this.journal = journal;
    commits = new GroupCommit(journal::flush);
    StoreDatabase.namesIn(store).forEach(this::resolveDatabase);
    checkpoints = new Checkpoints(store, journal);
    checkpoints.write();
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new StoreDatabase(name, getMvStore(), journal, getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    String name = command.toLowerCase(Locale.ROOT);
    if (BATCHED.contains(name) && !query.containsKey("singleBatch")) {
      query.putIfAbsent("batchSize", DOCUMENTS_PER_BATCH);
    }
    Document reply = super.handleCommand(channel, database, command, query);
    if (WRITES.contains(name)) {
      commits.awaitDurable();
    }
    return reply;
  }

  long documentsExamined() {
    return listDatabaseNames().stream()
        .map(this::resolveDatabase)
        .mapToLong(database -> ((StoreDatabase) database).documentsExamined())
        .sum();
  }

  @Override
  public void close() {
    checkpoints.close();
    journal.close();
    super.close();
  }
}
