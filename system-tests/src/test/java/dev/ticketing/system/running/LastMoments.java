package dev.ticketing.system.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.client.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Many orders whose deadlines have come, and how each of them has ended. */
public final class LastMoments {

  private static final Duration A_WHILE = Duration.ofMinutes(2);

  private final List<LastMoment> all;
  private final Map<String, String> ends = new TreeMap<>();

  private LastMoments(List<LastMoment> all) {
    this.all = all;
  }

  /** Waits until everybody has an answer and every order is over. */
  public static LastMoments awaitEnds(List<LastMoment> all) {
    all.forEach(LastMoment::awaitAnswers);
    LastMoments moments = new LastMoments(all);
    Eventually.equal(A_WHILE, List.of(), moments::open);
    return moments;
  }

  private List<Orders.Placed> open() {
    Map<String, Orders.Placed> placed =
        Orders.of(all.stream().map(LastMoment::buyer).distinct().toList());
    all.forEach(each -> ends.put(each.order(), placed.get(each.order()).status()));
    return all.stream()
        .map(each -> placed.get(each.order()))
        .filter(order -> !order.isOver())
        .toList();
  }

  public String endOf(LastMoment moment) {
    return ends.get(moment.order());
  }

  private boolean isComplete(LastMoment moment) {
    return endOf(moment).equals("complete");
  }

  /** Money was received once for every complete order, and is kept back for none. */
  public void assertMoneyAgrees(Books books) {
    Eventually.equal(A_WHILE, 0L, () -> held(books.now()));
    Books.Statement now = books.now();
    for (LastMoment each : all) {
      List<Long> expected = isComplete(each) ? List.of(1999L) : List.of();
      assertEquals(expected, now.receivedFor(each.order()), each::order);
    }
  }

  private long held(Books.Statement books) {
    return all.stream().mapToLong(each -> books.heldFor(each.order())).sum();
  }

  /** What nobody has paid can be ordered by the next buyer, and nothing else can. */
  public void assertTheRestIsFor(User next) {
    List<Integer> expected = all.stream().map(each -> isComplete(each) ? 409 : 201).toList();
    assertEquals(expected, all.stream().map(each -> next.order(each.ticket()).status()).toList());
  }
}
