package dev.ticketing.devstack;

/** An embedded server found its port in use. Whoever knows the port's variable words the advice. */
public final class PortTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int port;

  public PortTaken(int port) {
    super("Port " + port + " is taken");
    this.port = port;
  }

  public int port() {
    return port;
  }
}
