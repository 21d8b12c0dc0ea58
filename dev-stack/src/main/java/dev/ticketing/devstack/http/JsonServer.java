package dev.ticketing.devstack.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ticketing.devstack.PortTaken;
import java.net.BindException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty on the loopback interface, answering every request with what one function returns. */
public final class JsonServer implements AutoCloseable {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Server server;
  private final ServerConnector connector;

  private JsonServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  public static JsonServer start(String name, int port, Function<JsonRequest, JsonReply> view) {
    QueuedThreadPool threads = new QueuedThreadPool(8, 2);
    threads.setName(name);
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new JsonHandler(view));
    JsonServer started = new JsonServer(server, connector);
    started.open(port);
    return started;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server on " + uri() + " did not stop", e);
    }
  }

  private void open(int port) {
    try {
      server.start();
    } catch (Exception e) {
      close();
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw new PortTaken(port, e);
      }
      throw new IllegalStateException("No HTTP server on port " + port, e);
    }
  }

  private static final class JsonHandler extends Handler.Abstract {

    private final Function<JsonRequest, JsonReply> view;

    JsonHandler(Function<JsonRequest, JsonReply> view) {
      this.view = view;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      JsonReply reply = view.apply(JsonRequest.of(request));
      response.setStatus(reply.status());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.write(true, ByteBuffer.wrap(JSON.writeValueAsBytes(reply.body())), callback);
      return true;
    }
  }
}
