package dev.ticketing.devstack.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.RefundCreateParams;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DurabilityTest extends SandboxFixture {

  @Test
  void theBooksAreTheSameAfterARestart() throws Exception {
    PaymentIntent paid = pay(1000);
    PaymentIntent held = authorize(5000);
    stripe
        .v1()
        .refunds()
        .create(RefundCreateParams.builder().setPaymentIntent(paid.getId()).setAmount(1L).build());
    Books before = sandbox.books();
    restartSandbox();
    assertEquals(before, sandbox.books());
    assertEquals("succeeded", stripe.v1().paymentIntents().capture(held.getId()).getStatus());
    assertEquals(6000, sandbox.books().amountReceived());
  }

  @Test
  void aTornLastLineCostsOnlyWhatWasNeverAnswered() throws Exception {
    pay(1000);
    Books before = sandbox.books();
    sandbox.close();
    Files.writeString(
        journal(),
        "{\"id\":\"pi_half\",\"object\":\"payment_intent\",\"amo",
        StandardOpenOption.APPEND);
    startSandbox();
    assertEquals(before, sandbox.books());
    pay(500);
    restartSandbox();
    assertEquals(1500, sandbox.books().amountReceived());
  }

  @Test
  void whereverTheJournalIsCutAChangeIsThereAsAWholeOrNotAtAll() throws Exception {
    authorize(1000);
    sandbox.close();
    byte[] held = Files.readAllBytes(journal());
    startSandbox();
    String id = sandbox.books().intents().get(0).id();
    stripe.v1().paymentIntents().capture(id);
    sandbox.close();
    byte[] captured = Files.readAllBytes(journal());
    assertTrue(captured.length > held.length + 100);
    for (int cut = held.length; cut <= captured.length; cut += 97) {
      Files.write(journal(), Arrays.copyOf(captured, Math.min(cut, captured.length - 1)));
      startSandbox();
      assertEquals(1000, sandbox.books().amountCapturable());
      assertEquals(0, sandbox.books().amountReceived());
      assertEquals(
          Boolean.FALSE,
          stripe.v1().charges().retrieve(retrieve(id).getLatestCharge()).getCaptured());
      sandbox.close();
    }
    Files.write(journal(), captured);
    startSandbox();
    assertEquals(1000, sandbox.books().amountReceived());
  }

  @Test
  void aRestartKeepsOnlyTheLatestVersionOfARecord() throws Exception {
    String id = stripe.v1().paymentIntents().create(cardPayment(900).build()).getId();
    for (int i = 0; i < 20; i++) {
      stripe
          .v1()
          .paymentIntents()
          .update(
              id,
              PaymentIntentUpdateParams.builder().putMetadata("round", String.valueOf(i)).build());
    }
    assertTrue(versions(id) > 20);
    restartSandbox();
    assertEquals(1, versions(id));
    assertEquals("19", retrieve(id).getMetadata().get("round"));
  }

  @Test
  void twoSandboxesDoNotShareADirectory() {
    assertThrows(UncheckedIOException.class, this::start);
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    int port = sandbox.port();
    Path other = directory.resolve("other");
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> StripeSandbox.start(other, port, API_KEY, WEBHOOK_SECRET, () -> null));
    assertTrue(refused.getMessage().contains(String.valueOf(port)));
  }

  private Path journal() {
    return directory.resolve("journal.jsonl");
  }

  private long versions(String id) throws Exception {
    try (var lines = Files.lines(journal(), StandardCharsets.UTF_8)) {
      return lines.filter(line -> line.startsWith("{\"id\":\"" + id + "\"")).count();
    }
  }
}
