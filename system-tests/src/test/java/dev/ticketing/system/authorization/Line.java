package dev.ticketing.system.authorization;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A line of the table.
 *
 * @param method of HTTP
 * @param path as /openapi has it, and a query maybe
 * @param of what the id in the path is of: a name that {@link Things} knows, or empty; "own
 *     session" where the request ends that
 * @param body in JSON with names that {@link Things} knows in braces, or empty for none
 * @param expected the status for each actor
 */
record Line(String method, String path, String of, String body, Map<Actor, Integer> expected) {

  private static final int CELLS_BEFORE_ACTORS = 4;

  static Line parse(String text) {
    List<String> cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != CELLS_BEFORE_ACTORS + Actor.values().length) {
      throw new IllegalArgumentException("Not as many cells as in the first line: " + text);
    }
    Map<Actor, Integer> expected = new EnumMap<>(Actor.class);
    for (Actor actor : Actor.values()) {
      expected.put(actor, Integer.valueOf(cells.get(CELLS_BEFORE_ACTORS + actor.ordinal())));
    }
    return new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), expected);
  }

  /** The route it is about. */
  String route() {
    return method + " " + path.split("\\?")[0];
  }

  /** What this line says, for another path of the same route. */
  Line at(String otherPath) {
    return new Line(method, otherPath, of, body, expected);
  }

  /** Whether it ends the session of whoever asks, who is to have one for this alone. */
  boolean endsSession() {
    return of.equals("own session");
  }

  /** Whether it changes nothing, so that all may look at the same things. */
  boolean isReading() {
    return method.equals("GET");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
