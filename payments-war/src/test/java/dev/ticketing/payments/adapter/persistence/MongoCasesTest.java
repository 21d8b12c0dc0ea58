package dev.ticketing.payments.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import dev.ticketing.payments.domain.Case;
import java.time.Instant;
import java.util.Date;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoCasesTest {

  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
  private static final Case REFUND =
      new Case(Case.Kind.REFUNDED_BY_HAND, "pi_1", "65000000000000000000000a", "order", "700");

  private static StoredPayments store;

  private MongoCollection<Document> documents;
  private MongoCases cases;

  @BeforeAll
  static void startStore() {
    store = new StoredPayments();
  }

  @AfterAll
  static void stopStore() {
    store.close();
  }

  @BeforeEach
  void emptyCollection() {
    documents = store.empty("cases");
    cases = new MongoCases(documents);
  }

  @Test
  void aCaseIsNewsOnceAndKnowsWhenItWasSeen() {
    assertTrue(cases.keep(REFUND, NOW));
    assertFalse(cases.keep(REFUND, NOW.plusSeconds(60)));
    Document kept = documents.find().first();
    assertEquals("REFUNDED_BY_HAND-pi_1", kept.getString("_id"));
    assertEquals("REFUNDED_BY_HAND", kept.getString("kind"));
    assertEquals("pi_1", kept.getString("intentId"));
    assertEquals("65000000000000000000000a", kept.getString("paymentId"));
    assertEquals("order", kept.getString("orderId"));
    assertEquals("700", kept.getString("seen"));
    assertEquals(Date.from(NOW), kept.getDate("firstSeenAt"));
    assertEquals(Date.from(NOW.plusSeconds(60)), kept.getDate("lastSeenAt"));
    assertEquals(1, documents.countDocuments());
  }

  @Test
  void whatWasDealtWithStaysSoUntilSomethingElseIsSeen() {
    cases.keep(REFUND, NOW);
    documents.updateMany(new BsonDocument(), Updates.set("doneAt", Date.from(NOW)));
    assertFalse(cases.keep(REFUND, NOW.plusSeconds(60)));
    assertTrue(documents.find().first().containsKey("doneAt"));
    Case more = new Case(REFUND.kind(), "pi_1", REFUND.paymentId(), REFUND.orderId(), "900");
    assertTrue(cases.keep(more, NOW.plusSeconds(120)));
    assertFalse(documents.find().first().containsKey("doneAt"));
    assertEquals(Date.from(NOW), documents.find().first().getDate("firstSeenAt"));
    assertEquals(1, documents.countDocuments());
  }

  @Test
  void anotherKindOfTheSameIntentIsACaseOfItsOwn() {
    cases.keep(REFUND, NOW);
    assertTrue(
        cases.keep(new Case(Case.Kind.DISPUTE, "pi_1", REFUND.paymentId(), null, "it is"), NOW));
    assertEquals(2, documents.countDocuments());
  }
}
