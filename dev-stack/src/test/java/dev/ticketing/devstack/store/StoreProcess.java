package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.ticketing.devstack.ForkedJvm;
import java.nio.file.Path;

/** A store in a JVM that a test can kill: ours, or the library's own as the control. */
final class StoreProcess {

  static final String EMBEDDED = "embedded";
  static final String STOCK = "stock";

  private StoreProcess() {}

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[1]);
    ForkedJvm.announceAndWait(
        arguments[0].equals(STOCK)
            ? startStock(directory).getConnectionString()
            : EmbeddedStore.start(directory, 0).uri());
  }

  static MongoServer startStock(Path directory) {
    MongoServer server = new MongoServer(new H2Backend(directory.resolve("stock.mv").toString()));
    server.bind("127.0.0.1", 0);
    return server;
  }
}
