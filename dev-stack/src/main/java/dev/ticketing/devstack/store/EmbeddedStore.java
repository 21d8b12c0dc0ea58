package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.MongoServer;
import dev.ticketing.devstack.PortTaken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-compatible server on 127.0.0.1 whose data lives in one directory and is there again
 * after a restart. A write is in the operating system's hands before it is acknowledged, so it
 * survives the death of this process; surviving a power failure is a real database's job.
 */
public final class EmbeddedStore implements AutoCloseable {

  private static final int WORKER_THREADS = 64;

  private final MongoServer server;
  private final StoreBackend backend;

  private EmbeddedStore(MongoServer server, StoreBackend backend) {
    this.server = server;
    this.backend = backend;
  }

  /** Opens or creates the store; port 0 takes a free one. */
  public static EmbeddedStore start(Path dataDirectory, int port) {
    MVStore store = DataFile.open(directory(dataDirectory));
    StoreBackend backend = new StoreBackend(store, new Journal(dataDirectory));
    MongoServer server = new MongoServer(backend);
    try {
      server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKER_THREADS);
      return new EmbeddedStore(server, backend);
    } catch (Exception failure) {
      server.shutdownNow();
      throw isPortTaken(failure)
          ? new PortTaken(port, failure)
          : new IllegalStateException(failure);
    }
  }

  private static Path directory(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot create the data directory " + directory, failure);
    }
  }

  /** Netty throws checked exceptions that its signatures do not declare. */
  private static boolean isPortTaken(Throwable failure) {
    return failure instanceof BindException
        || (failure.getCause() != null && isPortTaken(failure.getCause()));
  }

  public int port() {
    return server.getLocalAddress().getPort();
  }

  public String uri() {
    return "mongodb://127.0.0.1:" + port();
  }

  /** How many documents queries have read so far: few with an index, all of them in a scan. */
  public long documentsExamined() {
    return backend.documentsExamined();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
