package dev.ticketing.devstack.stripe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last thousand requests to the API, oldest first, with what was answered. */
final class RequestLog {
  private static final int SIZE = 1000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /** One request; its status is 0 where the connection was closed instead of an answer. */
  record Entry(
      String id,
      String method,
      String path,
      String operation,
      String idempotencyKey,
      int status,
      boolean replayed) {}

  synchronized void add(Entry entry) {
    if (entries.size() == SIZE) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  synchronized List<Entry> list() {
    return List.copyOf(entries);
  }

  synchronized void clear() {
    entries.clear();
  }
}
