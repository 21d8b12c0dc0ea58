package dev.ticketing.system.authorization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of authorization.csv, and the other paths of its routes in aliases.csv. */
final class Table {

  static final String FILE = "authorization.csv";

  private Table() {}

  static List<Line> lines() {
    return textOf(FILE).map(Line::parse).toList();
  }

  /** What the lines say of a route, for each other path of it. */
  static List<Line> aliases() {
    List<Line> lines = lines();
    return textOf("aliases.csv")
        .map(text -> text.split("\\|"))
        .flatMap(
            cells -> {
              String target = cells[0].strip() + " " + cells[2].strip();
              List<Line> same =
                  lines.stream().filter(line -> line.toString().equals(target)).toList();
              if (same.isEmpty()) {
                throw new IllegalArgumentException(FILE + " has no line " + target);
              }
              return same.stream().map(line -> line.at(cells[1].strip()));
            })
        .toList();
  }

  /** What is to be done about routes that the table and /openapi do not share; empty for none. */
  static String difference(Collection<String> routes, Collection<String> inTable) {
    TreeSet<String> missing = new TreeSet<>(routes);
    missing.removeAll(inTable);
    TreeSet<String> gone = new TreeSet<>(inTable);
    gone.removeAll(routes);
    String add =
        missing.stream()
            .map(
                route ->
                    "%s | <what {id} is of: ticket, order, payment> | <body> | 401 | 403 | 200 | 403"
                            .formatted(route.replaceFirst(" ", " | "))
                        + " | 401 | 401 | 401")
            .collect(Collectors.joining("\n"));
    return (missing.isEmpty()
            ? ""
            : "New routes need a line in " + FILE + " that says who may take them, such as\n" + add)
        + (gone.isEmpty() ? "" : "\nRemove from " + FILE + ", /openapi has them no more: " + gone);
  }

  private static Stream<String> textOf(String file) {
    try (InputStream in = Table.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
