package dev.ticketing.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ticketing.devstack.DevStack;
import dev.ticketing.devstack.Part;
import dev.ticketing.operations.Addresses;
import dev.ticketing.operations.Console;
import dev.ticketing.operations.Console.Result;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditListCommandTest {

  private static final String ANN = "65000000000000000000000a";
  private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

  private static DevStack stack;
  private static MongoClient client;
  private static Console console;

  @BeforeAll
  static void start(@TempDir Path data) {
    stack = DevStack.builder().dataDirectory(data).freePorts().only(EnumSet.of(Part.STORE)).start();
    String uri = stack.environment().get(Addresses.MONGODB_URI);
    client = MongoClients.create(uri);
    console = new Console("--mongodb-uri=" + uri);
    keep("orders", NOON.plusSeconds(2), "OrderCreated", "DONE", ANN);
    keep("auth", NOON, "SignIn", "REFUSED", "anonymous");
    keep("auth", NOON.plusSeconds(1), "SignIn", "DONE", ANN);
  }

  @AfterAll
  static void stop() {
    client.close();
    stack.close();
  }

  private static void keep(String domain, Instant at, String what, String outcome, String who) {
    client
        .getDatabase(domain)
        .getCollection("audit")
        .insertOne(
            new Document("_id", String.format("%08x0000000000000001", at.getEpochSecond()))
                .append("at", Date.from(at))
                .append("what", what)
                .append("outcome", outcome)
                .append("who", who)
                .append("address", "192.0.2.1")
                .append("agent", "curl/8\u001b[2J")
                .append("subject", ANN)
                .append("detail", null));
  }

  private static Result list(String... options) {
    String[] all = new String[options.length + 4];
    all[0] = "audit";
    all[1] = "list";
    all[2] = "--since";
    all[3] = NOON.toString();
    System.arraycopy(options, 0, all, 4, options.length);
    return console.run(all);
  }

  @Test
  void theActsOfAllDomainsAreListedInTheirOrder() {
    assertEquals(
        """
        2027-01-01T12:00:00Z  auth  SignIn refused by anonymous from 192.0.2.1, \
        of 65000000000000000000000a, with curl/8 [2J
        2027-01-01T12:00:01Z  auth  SignIn by 65000000000000000000000a from 192.0.2.1, \
        of 65000000000000000000000a, with curl/8 [2J
        2027-01-01T12:00:02Z  orders  OrderCreated by 65000000000000000000000a from 192.0.2.1, \
        of 65000000000000000000000a, with curl/8 [2J
        3 acts
        """,
        list().out());
  }

  @Test
  void whoWhatWhoseAndWhereNarrowIt() {
    assertTrue(list("--who", ANN).out().endsWith("2 acts\n"));
    assertTrue(list("--what", "OrderCreated").out().endsWith("1 acts\n"));
    assertTrue(list("--what", "OrderCreated", "--what", "SignIn").out().endsWith("3 acts\n"));
    assertTrue(list("--domain", "auth").out().endsWith("2 acts\n"));
    assertTrue(list("--subject", "nobody").out().endsWith("0 acts\n"));
  }

  @Test
  void whatIsOlderIsLeftOut() {
    Result later = console.run("audit", "list", "--since", NOON.plusSeconds(2).toString());
    assertTrue(later.out().endsWith("1 acts\n"), later.out());
  }

  @Test
  void aTimeOrADomainThatIsNoneIsRefused() {
    assertEquals(2, console.run("audit", "list", "--since", "yesterday").exit());
    assertEquals(2, list("--domain", "web").exit());
  }
}
