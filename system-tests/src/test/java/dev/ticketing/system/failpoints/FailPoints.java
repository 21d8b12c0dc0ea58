package dev.ticketing.system.failpoints;

import dev.ticketing.system.failpoints.FailPoint.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The table of all fail points, in {@code fail-points.txt}: one line each. */
final class FailPoints {

  private static final String TABLE = "/fail-points.txt";
  private static final int COLUMNS = 7;

  private FailPoints() {}

  static List<FailPoint> all() {
    return lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(FailPoints::pointOf)
        .toList();
  }

  /**
   * @throws IllegalArgumentException when the table has no point of this name
   */
  static FailPoint named(String name) {
    return all().stream()
        .filter(point -> point.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No fail point " + name));
  }

  private static FailPoint pointOf(String line) {
    String[] columns = line.split("\\|", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException("Not " + COLUMNS + " columns: " + line);
    }
    List<String> cells = Stream.of(columns).map(String::strip).toList();
    return new FailPoint(
        cells.get(0),
        cells.get(1),
        Mark.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(6));
  }

  private static Stream<String> lines() {
    try (InputStream table = FailPoints.class.getResourceAsStream(TABLE)) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
          .lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
