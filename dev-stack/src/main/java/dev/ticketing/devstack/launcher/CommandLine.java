package dev.ticketing.devstack.launcher;

import dev.ticketing.devstack.Part;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a command and its options, and refuses what it does not know. */
final class CommandLine {

  private static final String LIBERTY = "--liberty";
  private static final String USER_DIRECTORY = "--user-dir";
  private static final String SERVER = "--server";
  private static final String ONLY = "--only";
  private static final String DETACHED = "--detached";

  private final Map<String, String> options;

  private CommandLine(Map<String, String> options) {
    this.options = options;
  }

  static Command parse(String... arguments) {
    if (arguments.length == 0) {
      throw new UsageError("A command is missing");
    }
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    return switch (arguments[0]) {
      case "run" -> read(rest, Set.of(LIBERTY, USER_DIRECTORY, SERVER)).run();
      case "serve" -> read(rest, Set.of(ONLY)).serve();
      case "help", "--help", "-h" -> new Command.Help();
      default -> throw new UsageError("Unknown command: " + arguments[0]);
    };
  }

  private static CommandLine read(List<String> arguments, Set<String> known) {
    Map<String, String> options = new HashMap<>();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (option.equals(DETACHED)) {
        options.put(option, "");
      } else if (!known.contains(option)) {
        throw new UsageError("Unknown option: " + option);
      } else if (rest.isEmpty() || rest.peek().isBlank()) {
        throw new UsageError(option + " needs a value");
      } else {
        options.put(option, rest.pop());
      }
    }
    return new CommandLine(options);
  }

  private Command run() {
    return new Command.Run(
        Path.of(required(LIBERTY)),
        Path.of(required(USER_DIRECTORY)),
        required(SERVER),
        detached());
  }

  private Command serve() {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    if (!options.containsKey(ONLY)) {
      return new Command.Serve(EnumSet.allOf(Part.class), detached());
    }
    for (String key : options.get(ONLY).split(",")) {
      parts.add(
          Part.byKey(key.strip())
              .orElseThrow(() -> new UsageError("Unknown part after " + ONLY + ": " + key)));
    }
    return new Command.Serve(parts, detached());
  }

  private String required(String option) {
    String value = options.get(option);
    if (value == null) {
      throw new UsageError(option + " is missing");
    }
    return value;
  }

  private boolean detached() {
    return options.containsKey(DETACHED);
  }
}
