package dev.ticketing.system.failpoints;

import java.nio.file.Path;
import java.util.List;

/**
 * A named place in the server's code where the tests can have it die.
 *
 * @param name says whose step is interrupted, and after what
 * @param journey the way of a user that leads over it
 * @param mark how much of the step has been done by then
 * @param type the class, with its package
 * @param method as Byteman names methods
 * @param location where in the method, as Byteman says it
 * @param event where not empty, only this kind of event counts; the method has it in its argument
 */
record FailPoint(
    String name,
    String journey,
    Mark mark,
    String type,
    String method,
    String location,
    String event) {

  /** The thread stays where it is until the kill, its own or the test's, has reached the JVM. */
  private static final String DIE =
      "DO Runtime.getRuntime()"
          + ".exec(patient.exists() ? \"true\" : \"kill -9 \" + ProcessHandle.current().pid());"
          + " Thread.sleep(120000)";

  /** How much of what a user has asked for has been done when the server dies. */
  enum Mark {
    /** Nothing that anybody could find: the user has to ask again. */
    NOTHING,
    /** Enough for the server to finish it on its own. */
    ENOUGH
  }

  /** Whether a death here leaves nothing that anybody could find. */
  boolean isEarly() {
    return mark == Mark.NOTHING;
  }

  /** Whether the thread of the user's own request gets here, so that nobody else is held up. */
  boolean isInItsRequest() {
    return isEarly() || journey.endsWith("by key") || name.endsWith("stored") && isFirst();
  }

  private boolean isFirst() {
    return List.of("tickets.create", "tickets.edit", "tickets.withdraw", "orders.place")
        .contains(part());
  }

  /** Whose step is interrupted. */
  String part() {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /**
   * The rule by which Byteman has the server die here: as {@code kill -9} ends it, in the middle of
   * the thread's step. The point is armed by a file, which says whose events count; whoever
   * succeeds in renaming it dies, or waits for its death where a patient test is about to kill it.
   */
  String rule(Path armed, Path passed, Path patient) {
    String renamed = "armed.renameTo(passed)";
    return String.join(
        "\n",
        "RULE " + name,
        "CLASS " + type,
        "METHOD " + method,
        location,
        "BIND armed : java.io.File = " + file(armed) + ";",
        "     passed : java.io.File = " + file(passed) + ";",
        "     patient : java.io.File = new java.io.File(\"%s\")".formatted(patient),
        "IF " + (event.isEmpty() ? renamed : isMeant() + " && " + renamed),
        DIE,
        "ENDRULE",
        "");
  }

  private String file(Path directory) {
    return "new java.io.File(\"%s\")".formatted(directory.resolve(name));
  }

  private String isMeant() {
    return "%1$s.contains(\"%2$s\") && armed.exists() && %1$s.matches(%3$s)"
        .formatted(toldBy(), event, "new String(java.nio.file.Files.readAllBytes(armed.toPath()))");
  }

  private String toldBy() {
    return method.startsWith("publish") ? "$1.outbox().toString()" : "$1.toString()";
  }

  @Override
  public String toString() {
    return name;
  }
}
