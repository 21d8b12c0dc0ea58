package dev.ticketing.system.soak.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where the server said one thing and later another. */
public final class Contradictions {

  private final List<String> found = new ArrayList<>();

  public synchronized void add(String what) {
    String line = Instant.now() + " " + what;
    found.add(line);
    System.out.println("CONTRADICTION " + line);
  }

  /** Adds it where the rule does not hold. */
  public void unless(boolean holds, String what) {
    if (!holds) {
      add(what);
    }
  }

  public synchronized List<String> found() {
    return List.copyOf(found);
  }
}
