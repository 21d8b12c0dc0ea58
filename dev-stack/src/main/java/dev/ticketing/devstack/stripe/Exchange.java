package dev.ticketing.devstack.stripe;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One HTTP exchange: what came in, and the ways to end it, at once or later. */
final class Exchange {
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final String body;

  Exchange(Request request, Response response, Callback callback, String body) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.body = body;
  }

  String method() {
    return request.getMethod();
  }

  String path() {
    return request.getHttpURI().getCanonicalPath();
  }

  String query() {
    return request.getHttpURI().getQuery();
  }

  String body() {
    return body;
  }

  String header(String name) {
    return request.getHeaders().get(name);
  }

  /** Where the client found the sandbox, without a path. */
  String origin() {
    return "http://" + request.getHttpURI().getAuthority();
  }

  void answerHeader(String name, String value) {
    response.getHeaders().put(name, value);
  }

  void send(int status, String contentType, byte[] content) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
    response.write(true, ByteBuffer.wrap(content), callback);
  }

  void sendJson(int status, Object value) {
    send(status, "application/json", Json.bytes(value));
  }

  /** Closes the connection without an answer. */
  void abort() {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new EofException("Closed by a switch"));
  }

  /** Goes on after a delay, without keeping a thread meanwhile. */
  void proceed(long delayMillis, Runnable step) {
    if (delayMillis <= 0) {
      step.run();
      return;
    }
    request
        .getComponents()
        .getScheduler()
        .schedule(
            () -> request.getComponents().getExecutor().execute(step),
            delayMillis,
            TimeUnit.MILLISECONDS);
  }
}
