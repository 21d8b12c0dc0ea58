package dev.ticketing.system.soak.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was answered and how fast, and keeps the text of what should not have been. */
public final class Tally {

  /** What one kind of request has met so far. */
  public static final class Row {
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final List<Integer> micros = new ArrayList<>();
    private long lost;

    public Map<Integer, Long> statuses() {
      return statuses;
    }

    public long lost() {
      return lost;
    }

    public long count() {
      return micros.size();
    }

    /** The time in milliseconds within which this part of the answers came. */
    public double percentile(double part) {
      if (micros.isEmpty()) {
        return 0;
      }
      List<Integer> sorted = new ArrayList<>(micros);
      Collections.sort(sorted);
      return sorted.get((int) Math.ceil(part * sorted.size()) - 1) / 1000.0;
    }
  }

  private static final int MOST_TEXT = 600;

  private final Map<String, Row> rows = new TreeMap<>();
  private final List<String> unexpected = new ArrayList<>();
  private final AtomicLong unknownYet = new AtomicLong();
  private final AtomicLong elsewhere = new AtomicLong();

  synchronized void answered(String action, int status, Duration time) {
    Row row = row(action);
    row.statuses.merge(status, 1L, Long::sum);
    row.micros.add((int) (time.toNanos() / 1000));
  }

  synchronized void lost(String action) {
    row(action).lost++;
  }

  void unknownYet() {
    unknownYet.incrementAndGet();
  }

  void wentElsewhere() {
    elsewhere.incrementAndGet();
  }

  synchronized void unexpected(String action, Instant sent, String what) {
    String text = what.length() > MOST_TEXT ? what.substring(0, MOST_TEXT) : what;
    String line = "%s sent %s, ended %s: %s".formatted(action, sent, Instant.now(), text);
    unexpected.add(line);
    System.out.println("UNEXPECTED " + line);
  }

  private Row row(String action) {
    return rows.computeIfAbsent(action, key -> new Row());
  }

  /** To be read when nobody asks any more. */
  public Map<String, Row> rows() {
    return rows;
  }

  public synchronized List<String> unexpected() {
    return List.copyOf(unexpected);
  }

  /** Requests about something new that were refused because its event took too long. */
  public long refusedAsUnknownYet() {
    return unknownYet.get();
  }

  /** All that was answered. */
  public long answers() {
    return rows.values().stream().mapToLong(Row::count).sum();
  }

  /** Requests that found no server at the first address and went on to the second. */
  public long elsewhere() {
    return elsewhere.get();
  }
}
