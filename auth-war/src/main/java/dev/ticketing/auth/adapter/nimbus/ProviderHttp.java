package dev.ticketing.auth.adapter.nimbus;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the library's requests to the providers. Each is over within seconds, body included, goes
 * nowhere but where it was sent, and few may be under way at once: a provider that hangs cannot
 * take the server's threads with it.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration WHOLE = Duration.ofSeconds(5);
  private static final int AT_ONCE = 16;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Duration limit;

  ProviderHttp() {
    this(WHOLE);
  }

  /**
   * @param limit from the request to the last byte of the answer
   */
  ProviderHttp(Duration limit) {
    this.limit = limit;
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    String body = request.getBody();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.getURI())
            .timeout(limit)
            .method(
                request.getMethod().name(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return toLibrary(send(builder.build()));
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(URI.create(url.toString())).timeout(limit).build());
    if (response.statusCode() != 200) {
      throw new IOException(url + " answers with status " + response.statusCode());
    }
    return new Resource(response.body(), contentType(response));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    takePlace();
    try {
      CompletableFuture<HttpResponse<String>> answer =
          client.sendAsync(request, info -> new LimitedBody());
      try {
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new IOException("No answer from " + request.uri().getHost(), e.getCause());
      } catch (TimeoutException e) {
        throw new IOException("No answer from " + request.uri().getHost() + " in time", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      } finally {
        answer.cancel(true);
      }
    } finally {
      places.release();
    }
  }

  private void takePlace() throws IOException {
    try {
      if (places.tryAcquire(CONNECT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("Too many requests to the providers are under way");
  }

  private static HTTPResponse toLibrary(HttpResponse<String> answer) throws IOException {
    HTTPResponse response = new HTTPResponse(answer.statusCode());
    try {
      response.setContentType(contentType(answer));
    } catch (ParseException e) {
      throw new IOException("The answer's content type is malformed", e);
    }
    response.setBody(answer.body());
    return response;
  }

  private static String contentType(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse(null);
  }
}
