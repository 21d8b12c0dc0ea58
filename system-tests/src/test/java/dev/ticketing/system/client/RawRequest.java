package dev.ticketing.system.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request just as it is written, which no careful client would send. */
public final class RawRequest {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String method;
  private final HttpRequest.Builder request;
  private BodyPublisher body = BodyPublishers.noBody();

  public RawRequest(String method, URI target) {
    this.method = method;
    this.request = HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(20));
  }

  public RawRequest header(String name, String value) {
    request.setHeader(name, value);
    return this;
  }

  public RawRequest body(String text) {
    body = BodyPublishers.ofString(text);
    return this;
  }

  /** The text in chunks, without its length in front. */
  public RawRequest chunked(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    return this;
  }

  public HttpResponse<String> send() {
    try {
      return CLIENT.send(request.method(method, body).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
