package dev.ticketing.devstack.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox of its own for every test, and an unmodified stripe-java that talks to it. */
abstract class SandboxFixture {
  static final String API_KEY = "sk_test_sandbox";
  static final String WEBHOOK_SECRET = "whsec_sandbox";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path directory;
  StripeSandbox sandbox;
  StripeClient stripe;

  @BeforeEach
  void startSandbox() {
    sandbox = start();
    stripe = client(API_KEY);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  StripeSandbox start() {
    return StripeSandbox.start(directory, 0, API_KEY, WEBHOOK_SECRET, () -> null);
  }

  void restartSandbox() {
    sandbox.close();
    startSandbox();
  }

  StripeClient client(String apiKey) {
    return StripeClient.builder()
        .setApiKey(apiKey)
        .setApiBase(sandbox.baseUri().toString())
        .setMaxNetworkRetries(0)
        .build();
  }

  static PaymentIntentCreateParams.Builder cardPayment(long amount) {
    return PaymentIntentCreateParams.builder()
        .setAmount(amount)
        .setCurrency("usd")
        .addPaymentMethodType("card");
  }

  static PaymentIntentCreateParams confirmed(long amount, String paymentMethod) {
    return cardPayment(amount).setPaymentMethod(paymentMethod).setConfirm(true).build();
  }

  static PaymentIntentCreateParams authorization(long amount) {
    return cardPayment(amount)
        .setPaymentMethod("pm_card_visa")
        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
        .setConfirm(true)
        .build();
  }

  PaymentIntent authorize(long amount) throws StripeException {
    return stripe.v1().paymentIntents().create(authorization(amount));
  }

  PaymentIntent pay(long amount) throws StripeException {
    return stripe.v1().paymentIntents().create(confirmed(amount, "pm_card_visa"));
  }

  PaymentIntent retrieve(String id) throws StripeException {
    return stripe.v1().paymentIntents().retrieve(id);
  }

  static RequestOptions key(String idempotencyKey) {
    return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
  }

  HttpResponse<String> post(String path, String contentType, String body, String... headers)
      throws Exception {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        headers);
  }

  HttpResponse<String> postForm(String path, String body, String... headers) throws Exception {
    return post(path, "application/x-www-form-urlencoded", body, headers);
  }

  HttpResponse<String> postJson(String path, String body) throws Exception {
    return post(path, "application/json", body);
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path).GET(), headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path));
  }
}
