package dev.ticketing.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.Part;
import dev.ticketing.operations.Console.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {

  private static final String NOBODY = "127.0.0.1:1";

  private static DevStack stack;
  private static MongoClient client;
  private static Console console;

  @TempDir Path directory;

  @BeforeAll
  static void start(@TempDir Path data) {
    stack =
        DevStack.builder()
            .dataDirectory(data)
            .freePorts()
            .only(EnumSet.of(Part.STORE, Part.KAFKA, Part.STRIPE))
            .start();
    Map<String, String> variables = stack.environment();
    client = MongoClients.create(variables.get(Addresses.MONGODB_URI));
    console =
        new Console(
            "--mongodb-uri=" + variables.get(Addresses.MONGODB_URI),
            "--kafka=" + variables.get(Addresses.KAFKA),
            "--stripe-key=" + variables.get(Addresses.STRIPE_KEY),
            "--stripe-base=" + variables.get(Addresses.STRIPE_BASE));
  }

  @AfterAll
  static void stop() {
    client.close();
    stack.close();
  }

  @AfterEach
  void empty() {
    client.getDatabase("tickets").getCollection("tickets").deleteMany(new BsonDocument());
  }

  @Test
  void aMarketplaceInOrderEndsTheCheckWithZero() {
    Result result = console.run("check", "--settle", "0s");

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.out().endsWith("Clean: all 28 rules hold\n"), result.out());
    assertEquals("", result.err());
  }

  @Test
  void aViolationEndsTheCheckWithOneAndIsToldToPeopleAndPrograms() throws Exception {
    plantTicketWithoutLock();
    Path file = directory.resolve("report.json");

    Result result = console.run("check", "--settle", "50ms", "--json", file.toString());

    assertEquals(1, result.exit(), result.toString());
    assertEquals(
        """
        Lock shows its listing: 1 violated
          listings: 0a0000000000000000000001
            expected a lock
            found    none
        """,
        result.out().substring(0, result.out().indexOf("Looked at")));
    assertTrue(result.out().endsWith("1 violations of 1 of 28 rules\n"), result.out());
    JsonNode report = new ObjectMapper().readTree(Files.readString(file));
    assertEquals(false, report.path("clean").asBoolean(true));
    assertEquals(1, report.at("/violations/Lock shows its listing").asLong());
    assertEquals("0a0000000000000000000001", report.at("/findings/0/id").asText());
    assertEquals("a lock", report.at("/findings/0/expected").asText());
  }

  @Test
  void aDocumentThatLacksWhatItMustHaveIsAViolationToo() {
    client
        .getDatabase("tickets")
        .getCollection("tickets")
        .insertOne(new Document("_id", "0a0000000000000000000002").append("outboxMark", 1));

    Result result = console.run("check", "--settle", "0s");

    assertEquals(1, result.exit(), result.toString());
    assertTrue(result.out().contains("expected a whole document"), result.out());
  }

  @ParameterizedTest
  @CsvSource({
    "--mongodb-uri=mongodb://" + NOBODY + ", The document store at MONGODB_URI does not answer: ",
    "--mongodb-uri=nonsense, MONGODB_URI is no address of a document store",
    "--kafka=" + NOBODY + ", No broker answers at KAFKA_BOOTSTRAP_SERVERS: ",
    "--stripe-base=http://" + NOBODY + ", Stripe does not answer; look at STRIPE_API_BASE: ",
    "--stripe-key=sk_test_wrong, Stripe refuses; look at STRIPE_API_KEY: "
  })
  void whatCannotBeReachedEndsTheCheckWithTwoAndOneLineThatNamesTheVariable(
      String option, String complaint) {
    Map<String, String> variables = stack.environment();
    String name = option.substring(0, option.indexOf('='));
    Map<String, String> options =
        new TreeMap<>(
            Map.of(
                "--mongodb-uri", variables.get(Addresses.MONGODB_URI),
                "--kafka", variables.get(Addresses.KAFKA),
                "--stripe-key", variables.get(Addresses.STRIPE_KEY),
                "--stripe-base", variables.get(Addresses.STRIPE_BASE)));
    options.put(name, option.substring(name.length() + 1));
    Console misled =
        new Console(
            options.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));

    Result result = misled.run("check", "--settle", "0s");

    assertEquals(2, result.exit(), result.toString());
    assertTrue(result.err().startsWith(complaint), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals("", result.out());
  }

  @ParameterizedTest
  @CsvSource({
    "check --settle soon, 'soon' is no time",
    "check --nonsense, Unknown option",
    "dead-letters list --settle 1s, Unknown options",
    "nonsense, Unmatched argument"
  })
  void aMistakeOfTheOperatorEndsWithTwo(String line, String complaint) {
    Result result = new Console().run(line.split(" "));

    assertEquals(2, result.exit());
    assertTrue(result.err().contains(complaint), result.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--help, dead-letters",
    "check --help, --settle",
    "dead-letters --help, resend",
    "dead-letters resend --help, KAFKA_BOOTSTRAP_SERVERS",
    "check --version, not packaged"
  })
  void helpTellsWhatThereIs(String line, String content) {
    Result result = new Console().run(line.split(" "));

    assertEquals(0, result.exit());
    assertTrue(result.out().contains(content), result.out());
  }

  @Test
  void withoutAKeyStripeIsNotAskedAndThatIsSaid() {
    Map<String, String> variables = stack.environment();
    Console withoutStripe =
        new Console(
            "--mongodb-uri=" + variables.get(Addresses.MONGODB_URI),
            "--kafka=" + variables.get(Addresses.KAFKA),
            "--stripe-key=");

    Result result = withoutStripe.run("check", "--settle", "0s");

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.out().contains("Not checked: Payment is known at Stripe; "), result.out());
  }

  private static void plantTicketWithoutLock() {
    client
        .getDatabase("tickets")
        .getCollection("tickets")
        .insertOne(
            new Document("_id", "0a0000000000000000000001")
                .append("status", "AVAILABLE")
                .append("version", 0L));
  }
}
