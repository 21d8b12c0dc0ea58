package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledSandboxTest {
  @TempDir Path directory;

  @Test
  void whatWasAnsweredIsKeptWhenTheProcessIsKilled() throws Exception {
    SandboxProcess process = SandboxProcess.start(directory);
    List<String> answered = new CopyOnWriteArrayList<>();
    ExecutorService buyers = Executors.newFixedThreadPool(4);
    try {
      for (int i = 0; i < 4; i++) {
        StripeClient stripe = client(process.baseUri());
        buyers.execute(() -> payUntilItBreaks(stripe, answered));
      }
      Awaitility.await().until(() -> answered.size() >= 100);
    } finally {
      process.kill();
      buyers.shutdown();
    }
    assertTrue(buyers.awaitTermination(30, TimeUnit.SECONDS));
    Books books = booksAfterwards();
    List<String> paid =
        books.intents().stream()
            .filter(intent -> intent.status().equals("succeeded"))
            .map(Books.Entry::id)
            .toList();
    assertTrue(paid.containsAll(answered));
    assertEquals(900L * paid.size(), books.amountReceived());
  }

  private Books booksAfterwards() {
    try (StripeSandbox sandbox =
        StripeSandbox.start(
            directory, 0, SandboxFixture.API_KEY, SandboxFixture.WEBHOOK_SECRET, () -> null)) {
      return sandbox.books();
    }
  }

  private static StripeClient client(String baseUri) {
    return StripeClient.builder()
        .setApiKey(SandboxFixture.API_KEY)
        .setApiBase(baseUri)
        .setMaxNetworkRetries(0)
        .build();
  }

  private static void payUntilItBreaks(StripeClient stripe, List<String> answered) {
    try {
      while (true) {
        answered.add(
            stripe
                .v1()
                .paymentIntents()
                .create(SandboxFixture.confirmed(900, "pm_card_visa"))
                .getId());
      }
    } catch (StripeException theEnd) {
      return;
    }
  }
}
