package dev.ticketing.system.guarded;

import static dev.ticketing.system.guarded.GuardedServer.HOLDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Ticketing;
import dev.ticketing.system.running.Together;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

/** One buyer orders many tickets at once. */
final class ManyAtOnce {

  private static final int AT_ONCE = 50;

  private final List<String> tickets;
  private final Queue<String> free = new ArrayDeque<>();

  ManyAtOnce(Ticketing ticketing) {
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
    for (int i = 0; i < AT_ONCE; i++) {
      if (answers.get(i).status() != 201) {
        free.add(tickets.get(i));
      }
    }
    fillUp(buyer, (int) granted);
  }

  private void fillUp(User buyer, int held) {
    for (int i = held; i < HOLDS; i++) {
      buyer.order(free.remove()).expect(201);
    }
    assertTrue(saysTooMany(buyer.order(free.element())));
    assertEquals(HOLDS, liveOrdersOf(buyer));
  }

  void leaveTheRestTo(User other) {
    other.order(free.remove()).expect(201);
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
}
