package dev.ticketing.testing.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The server's HTTP interface, for one caller or for nobody in particular. */
public final class Api {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String header;
  private final String credentials;

  private Api(String header, String credentials) {
    this.header = header;
    this.credentials = credentials;
  }

  public static Api anonymous() {
    return new Api("Accept", "application/json");
  }

  public static Api bearing(String token) {
    return new Api("Authorization", "Bearer " + token);
  }

  public static Api withCookie(String token) {
    return new Api("Cookie", "ticketing_token=" + token);
  }

  public static Api as(String userId) {
    return bearing(Tokens.of(userId));
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  public HttpResponse<String> post(String path, String json) {
    return send("POST", path, json);
  }

  public HttpResponse<String> send(String method, String path, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Variable.get("HTTP_PORT") + path))
            .timeout(Duration.ofSeconds(30))
            .header(header, credentials)
            .method(
                method,
                json == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json));
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
