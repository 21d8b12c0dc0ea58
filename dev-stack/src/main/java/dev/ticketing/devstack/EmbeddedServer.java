package dev.ticketing.devstack;

/** One running server of the development stack. */
public interface EmbeddedServer extends AutoCloseable {

  /** Where clients find it, for people to read. */
  String address();

  @Override
  void close();

  /** Starts a server, on the same port and the same data each time. */
  @FunctionalInterface
  interface Starter {
    EmbeddedServer start();
  }
}
