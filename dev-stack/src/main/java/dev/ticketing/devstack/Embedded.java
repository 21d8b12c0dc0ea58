package dev.ticketing.devstack;

/** A server of any kind, with what the stack needs to know of it: where it is and how it stops. */
record Embedded<T>(T server, String address, Runnable stop) implements EmbeddedServer {

  @Override
  public void close() {
    stop.run();
  }
}
