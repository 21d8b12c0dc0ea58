package dev.ticketing.operations.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.Part;
import dev.ticketing.operations.Addresses;
import dev.ticketing.operations.Console;
import dev.ticketing.operations.Console.Result;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesCommandTest {

  private static final Date FIRST = Date.from(Instant.parse("2027-01-01T12:00:00Z"));
  private static final Date LAST = Date.from(Instant.parse("2027-01-02T12:00:00Z"));

  private static DevStack stack;
  private static MongoClient client;
  private static Console console;

  @BeforeAll
  static void start(@TempDir Path data) {
    stack = DevStack.builder().dataDirectory(data).freePorts().only(EnumSet.of(Part.STORE)).start();
    String uri = stack.environment().get(Addresses.MONGODB_URI);
    client = MongoClients.create(uri);
    console = new Console("--mongodb-uri=" + uri);
  }

  @AfterAll
  static void stop() {
    client.close();
    stack.close();
  }

  @BeforeEach
  void twoCases() {
    cases().deleteMany(new BsonDocument());
    cases().insertOne(dispute().append("orderId", "6500000000000000000000ff"));
    cases()
        .insertOne(
            new Document("_id", "UNKNOWN_PAYMENT-pi_2")
                .append("paymentId", "65000000000000000000000b")
                .append("orderId", null)
                .append("seen", "Stripe has money of a payment that does not exist here")
                .append("firstSeenAt", LAST)
                .append("lastSeenAt", LAST));
  }

  private static Document dispute() {
    return new Document("_id", "DISPUTE-pi_1")
        .append("paymentId", "65000000000000000000000a")
        .append("seen", "The charge is disputed")
        .append("firstSeenAt", FIRST)
        .append("lastSeenAt", LAST);
  }

  @Test
  void whatWaitsForAPersonIsListedOldestFirst() {
    Result result = console.run("payments", "cases");

    assertEquals(0, result.exit(), result.toString());
    assertEquals(
        """
        DISPUTE-pi_1  payment 65000000000000000000000a, order 6500000000000000000000ff, \
        seen from 2027-01-01T12:00:00Z to 2027-01-02T12:00:00Z
            The charge is disputed
        UNKNOWN_PAYMENT-pi_2  payment 65000000000000000000000b, order unknown, \
        seen from 2027-01-02T12:00:00Z to 2027-01-02T12:00:00Z
            Stripe has money of a payment that does not exist here
        2 cases
        """,
        result.out());
  }

  @Test
  void whatIsDealtWithIsNotListedAnyMoreAndNotLost() {
    Result done = console.run("payments", "cases", "--done", "DISPUTE-pi_1");

    assertEquals(0, done.exit(), done.toString());
    assertEquals("1 cases dealt with\n", done.out());
    assertTrue(console.run("payments", "cases").out().endsWith("1 cases\n"));
    assertEquals(2, cases().countDocuments());
    assertTrue(console.run("audit", "list", "--who", "operator").out().contains("DISPUTE-pi_1"));
  }

  @Test
  void aCaseThatIsNotThereOrDoneAlreadyCannotBeDealtWith() {
    console.run("payments", "cases", "--done", "DISPUTE-pi_1");

    Result again = console.run("payments", "cases", "--done", "DISPUTE-pi_1");

    assertEquals(2, again.exit(), again.toString());
    assertTrue(again.err().startsWith("No open case has the id DISPUTE-pi_1"), again.err());
  }

  private static MongoCollection<Document> cases() {
    return client.getDatabase("payments").getCollection("cases");
  }
}
