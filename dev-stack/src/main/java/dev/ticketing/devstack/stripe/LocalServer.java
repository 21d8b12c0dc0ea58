package dev.ticketing.devstack.stripe;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A small HTTP server on the loopback interface: one handler, at most sixteen threads. */
final class LocalServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;

  private LocalServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  static LocalServer start(int port, Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 4);
    threads.setName("stripe-sandbox");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(60_000);
    server.addConnector(connector);
    server.setHandler(handler);
    LocalServer started = new LocalServer(server, connector);
    try {
      server.start();
      return started;
    } catch (Exception e) {
      started.close();
      throw new IllegalStateException("The Stripe sandbox cannot listen on port " + port, e);
    }
  }

  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The Stripe sandbox did not stop", e);
    }
  }
}
