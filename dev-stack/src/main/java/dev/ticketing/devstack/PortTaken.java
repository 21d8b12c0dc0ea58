package dev.ticketing.devstack;

/** A server of the development stack could not listen because something else holds its port. */
public final class PortTaken extends RuntimeException {

  private final int port;

  public PortTaken(int port, Throwable cause) {
    super("Port " + port + " on 127.0.0.1 is taken by another process", cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
