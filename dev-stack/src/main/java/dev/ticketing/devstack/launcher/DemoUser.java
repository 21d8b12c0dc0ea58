package dev.ticketing.devstack.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody to sign in as. Signs up through the public API, as everybody does. */
record DemoUser(String password) {

  static final String EMAIL = "demo@ticketing.dev";

  private static final int CREATED = 201;
  private static final int EXISTS = 409;

  /** Makes sure the user exists and says how to sign in, or why one cannot. */
  String signUp(URI application) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(application.resolve("/api/users/signup"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body()))
            .build();
    try {
      int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
      return status == CREATED || status == EXISTS
          ? EMAIL + " / " + password
          : "none, the sign-up answered " + status;
    } catch (IOException e) {
      return "none, the sign-up failed: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "none, interrupted";
    }
  }

  private String body() {
    return """
        {"firstName": "Demo", "lastName": "User", "email": "%s", "password": "%s"}"""
        .formatted(EMAIL, password);
  }
}
