package dev.ticketing.system.running;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every answer that the users of a load have got, with its time. */
public final class Diary {

  /** The status of a request that was not answered: whether it was done is unknown. */
  public static final int NO_ANSWER = 0;

  /**
   * One request.
   *
   * @param what the user wanted, such as "order"
   * @param text the body of the answer, or why there is none
   */
  public record Entry(String what, Instant sent, Duration took, int status, String text) {

    public boolean succeeded() {
      return status >= 200 && status < 300;
    }

    public boolean failed() {
      return status >= 500 || status == NO_ANSWER;
    }

    public Instant answered() {
      return sent.plus(took);
    }
  }

  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

  void note(Entry entry) {
    entries.add(entry);
  }

  /** The requests that were sent in this time. */
  public List<Entry> sentBetween(Instant from, Instant to) {
    return entries.stream()
        .filter(entry -> !entry.sent().isBefore(from) && entry.sent().isBefore(to))
        .toList();
  }

  /** How many requests of a kind have succeeded since then. */
  public long successesSince(Instant from, String what) {
    return since(from, what).count();
  }

  /** When the first request of a kind that was sent after this time has succeeded. */
  public Optional<Instant> firstSuccessSince(Instant from, String what) {
    return since(from, what).map(Entry::answered).min(Instant::compareTo);
  }

  private Stream<Entry> since(Instant from, String what) {
    return entries.stream()
        .filter(entry -> entry.what().equals(what) && entry.succeeded())
        .filter(entry -> !entry.sent().isBefore(from));
  }

  /** How many requests got which status, by what was wanted. */
  public static Map<String, Map<Integer, Long>> statusesOf(List<Entry> entries) {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                Entry::what,
                TreeMap::new,
                Collectors.groupingBy(Entry::status, TreeMap::new, Collectors.counting())));
  }

  /** The longest that anybody waited for one of these answers. */
  public static Duration longestOf(List<Entry> entries, Predicate<Entry> which) {
    return entries.stream()
        .filter(which)
        .map(Entry::took)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
