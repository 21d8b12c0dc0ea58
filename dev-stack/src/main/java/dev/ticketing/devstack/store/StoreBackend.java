package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** Runs the commands; a command that may have written is answered only after a commit. */
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
          "dropdatabase",
          "renamecollection");

  private final GroupCommit commits;
  private final Housekeeping housekeeping;

  StoreBackend(MVStore store) {
    super(store);
    commits = new GroupCommit(this::commit);
    housekeeping = new Housekeeping(store);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new StoreDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    Document reply = super.handleCommand(channel, database, command, query);
    if (WRITES.contains(command.toLowerCase(Locale.ROOT))) {
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
    housekeeping.close();
    super.close();
  }
}
