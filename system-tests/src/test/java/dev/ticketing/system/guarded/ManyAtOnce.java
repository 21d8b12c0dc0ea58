package dev.ticketing.system.guarded;

import static dev.ticketing.system.guarded.GuardedServer.HOLDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** One buyer orders many tickets at once. */
final class ManyAtOnce {

  private static final int AT_ONCE = 50;

  private final Ticketing ticketing;
  private final List<String> tickets;

  ManyAtOnce(Ticketing ticketing) {
    this.ticketing = ticketing;
    User seller = ticketing.newUser();
    this.tickets =
        IntStream.range(0, AT_ONCE).mapToObj(i -> seller.lists("Hold " + i, 9.99)).toList();
  }

  void areBoundedFor(User buyer) {
    List<Answer> answers = Together.each(AT_ONCE, i -> buyer.order(tickets.get(i)));

    long granted = answers.stream().filter(answer -> answer.status() == 201).count();
    System.out.println("Of " + AT_ONCE + " orders at once granted: " + granted);
    assertTrue(granted <= HOLDS, () -> granted + " granted");
    assertEquals(AT_ONCE - granted, answers.stream().filter(ManyAtOnce::saysTooMany).count());
    assertEquals(granted, liveOrdersOf(buyer));
    fillUp(buyer, (int) granted);
  }

  private void fillUp(User buyer, int held) {
    for (int i = held; i < HOLDS; i++) {
      buyer.order(freeOne()).expect(201);
    }
    assertTrue(saysTooMany(buyer.order(freeOne())));
    assertEquals(HOLDS, liveOrdersOf(buyer));
  }

  void leaveTheRestTo(User other) {
    other.order(freeOne()).expect(201);
  }

  void areGrantedTo(User buyer) {
    List<Answer> answers = Together.each(AT_ONCE, i -> buyer.order(tickets.get(i)));
    answers.forEach(answer -> answer.expect(201));
  }

  private static boolean saysTooMany(Answer answer) {
    return answer.status() == 409 && answer.text().contains("You hold " + HOLDS);
  }

  private static long liveOrdersOf(User buyer) {
    List<String> statuses =
        buyer.get("/api/orders?limit=100").expect(200).json().findValuesAsText("status");
    return statuses.stream().filter("created"::equals).count();
  }

  /** A ticket that is free now; what was just given back may not be shown so yet. */
  private String freeOne() {
    return await().atMost(Duration.ofSeconds(30)).until(this::anyAvailable, id -> !id.isEmpty());
  }

  private String anyAvailable() {
    return tickets.stream()
        .filter(id -> ticketing.visitor().ticket(id).field("status").equals("available"))
        .findFirst()
        .orElse("");
  }
}
