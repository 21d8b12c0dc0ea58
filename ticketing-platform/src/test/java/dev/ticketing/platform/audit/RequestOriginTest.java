package dev.ticketing.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestOriginTest {

  private static final RequestOrigin ANN = new RequestOrigin("ann", "192.0.2.1", "curl/8");

  @AfterEach
  void leave() {
    RequestOrigin.leave();
  }

  @Test
  void withoutARequestItIsTheSystem() {
    assertEquals(RequestOrigin.SYSTEM, RequestOrigin.ofThisThread().who());
  }

  @Test
  void duringARequestItIsWhoeverSentIt() {
    RequestOrigin.enter(() -> ANN);
    assertEquals(ANN, RequestOrigin.ofThisThread());
    RequestOrigin.leave();
    assertEquals(RequestOrigin.SYSTEM, RequestOrigin.ofThisThread().who());
  }

  @Test
  void anotherThreadIsNotPartOfTheRequest() throws InterruptedException {
    RequestOrigin.enter(() -> ANN);
    String[] who = new String[1];
    Thread other = new Thread(() -> who[0] = RequestOrigin.ofThisThread().who());
    other.start();
    other.join();
    assertEquals(RequestOrigin.SYSTEM, who[0]);
  }

  @Test
  void whatAClientSaysItIsCannotBreakALineNorFillTheStore() {
    String agent = new RequestOrigin("ann", null, "a\r\nb" + "x".repeat(9_999)).agent();
    assertEquals(200, agent.length());
    assertFalse(agent.contains("\n") || agent.contains("\r"));
  }

  @Test
  void whoSignsInIsNamedByTheDeed() {
    assertEquals(new RequestOrigin("bob", "192.0.2.1", "curl/8"), ANN.of("bob"));
  }
}
