package dev.ticketing.system.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.keys.DevelopmentKeys;
import dev.ticketing.system.client.UsedSecrets;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.SystemTest;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Turn;
import dev.ticketing.system.secrecy.Search.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The last test of a run: everything that the server and what runs beside it have logged is
 * searched for every secret that the run has used.
 */
@SystemTest
@Order(Turn.LAST)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LogSecrecyST {

  private final Ticketing ticketing;

  LogSecrecyST(Ticketing ticketing) {
    this.ticketing = ticketing;
    ticketing.machinery().useWindow(Machinery.LONG_WINDOW);
  }

  @Test
  @Order(1)
  void noSecretThatTheRunHasUsedIsInItsLogs() throws IOException {
    useSecrets();
    List<Path> logs = ticketing.machinery().logs();
    assertTrue(logs.stream().anyMatch(log -> log.endsWith("messages.log")), logs::toString);
    assertTrue(logs.stream().anyMatch(log -> log.endsWith("console.log")), logs::toString);
    Search search = new Search(secrets());
    List<Finding> found = search.in(logs);
    System.out.printf("Log secrecy: %s, %d found%n", search.extent(), found.size());
    assertEquals(List.of(), found);
  }

  /** The control: the same search finds what is there. */
  @Test
  @Order(2)
  void aSecretThatIsPlantedIsFound() throws IOException {
    useSecrets();
    Path planted = ticketing.machinery().logs().get(0).resolveSibling("planted.log");
    for (Map.Entry<String, String> secret : secrets().entrySet()) {
      Files.writeString(planted, "Somebody sent " + secret.getKey() + ", it seems");
      List<Finding> found = new Search(secrets()).in(List.of(planted));
      Files.delete(planted);
      assertTrue(found.contains(new Finding(planted, 1, secret.getValue())), secret::getValue);
    }
  }

  /** So that there are some of each kind, whatever else has run. */
  private void useSecrets() {
    User user = ticketing.newUser();
    user.withTokenOf(user.signIn().expect(200)).post("/api/users/signout", Map.of()).expect(200);
    String ticket = ticketing.newUser().lists("A seat", 19.99);
    user.charge(user.orders(ticket), "tok_visa").expect(201);
    ticketing
        .visitor()
        .post("/api/users/signin", Map.of("email", user.email(), "password", "not the horse"))
        .expect(400);
  }

  private Map<String, String> secrets() {
    Map<String, String> secrets = new HashMap<>(UsedSecrets.all());
    DevelopmentKeys keys = ticketing.machinery().stack().keys();
    secrets.put(keys.keystorePassword(), "password of the signing key");
    secrets.put(keys.tlsKeystorePassword(), "password of the TLS key");
    secrets.put(keys.ltpaPassword(), "password of the LTPA key");
    secrets.put(keys.webhookSecret(), "secret of Stripe's webhooks");
    secrets.put(keys.stripeApiKey(), "Stripe's key");
    secrets.put(keys.demoPassword(), "password of the demo user");
    return secrets;
  }
}
