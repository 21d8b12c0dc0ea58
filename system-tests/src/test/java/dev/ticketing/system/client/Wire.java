package dev.ticketing.system.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;

/** The HTTP connections to one server, shared by all who visit it. */
public final class Wire implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_AT_ONCE = 256;

  /** The server closes connections that were idle for 30 s, maybe just as a request goes out. */
  private static final int KEPT_SECONDS = 20;

  private final URI server;
  private final Client client;

  public Wire(URI server) {
    this.server = server;
    this.client =
        ((ResteasyClientBuilder) ClientBuilder.newBuilder())
            .connectionPoolSize(MOST_AT_ONCE)
            .connectionTTL(KEPT_SECONDS, TimeUnit.SECONDS)
            .connectTimeout(5, TimeUnit.SECONDS)
            .readTimeout(30, TimeUnit.SECONDS)
            .build();
  }

  public URI server() {
    return server;
  }

  /**
   * @param path below the server, or a whole address as a Location or Link header gives it
   * @param body becomes JSON; null for none
   */
  Answer send(String method, String path, Map<String, String> headers, Object body) {
    Invocation.Builder request = client.target(server.resolve(path)).request(MediaType.WILDCARD);
    headers.forEach(request::header);
    Invocation invocation =
        body == null
            ? request.build(method)
            : request.build(method, Entity.entity(toJson(body), MediaType.APPLICATION_JSON_TYPE));
    try (Response response = invocation.invoke()) {
      String text = response.hasEntity() ? response.readEntity(String.class) : "";
      response.getStringHeaders().forEach(UsedSecrets::noteHeader);
      UsedSecrets.noteBody(text);
      return new Answer(response.getStatus(), response.getStringHeaders(), text);
    }
  }

  private static String toJson(Object body) {
    try {
      String text = JSON.writeValueAsString(body);
      UsedSecrets.noteBody(text);
      return text;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
