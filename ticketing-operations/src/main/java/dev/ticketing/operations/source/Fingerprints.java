package dev.ticketing.operations.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Which of a great many texts were seen, in eight bytes each. */
final class Fingerprints {

  private long[] prints = new long[1_024];
  private int count;
  private boolean sorted = true;

  void add(String text) {
    if (count == prints.length) {
      prints = Arrays.copyOf(prints, count * 2);
    }
    prints[count++] = of(text);
    sorted = false;
  }

  boolean contains(String text) {
    if (!sorted) {
      Arrays.sort(prints, 0, count);
      sorted = true;
    }
    return Arrays.binarySearch(prints, 0, count, of(text)) >= 0;
  }

  private static long of(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
  }
}
