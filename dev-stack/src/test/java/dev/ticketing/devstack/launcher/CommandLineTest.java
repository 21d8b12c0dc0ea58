package dev.ticketing.devstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ticketing.devstack.Part;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  @Test
  void runTakesItsOptionsInAnyOrder() {
    Command expected = new Command.Run(Path.of("wlp"), Path.of("usr"), "ticketing", false);

    assertEquals(expected, parse("run --liberty wlp --user-dir usr --server ticketing"));
    assertEquals(expected, parse("run --server ticketing --user-dir usr --liberty wlp"));
  }

  @Test
  void serveStartsEverythingUnlessToldWhat() {
    assertEquals(new Command.Serve(Set.of(Part.values()), false), parse("serve"));
    assertEquals(
        new Command.Serve(Set.of(Part.STORE, Part.MAIL), true),
        parse("serve --detached --only store,mail"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          walk                           | Unknown command: walk
          run --liberty wlp --server x   | --user-dir is missing
          run --only store               | Unknown option: --only
          serve --liberty wlp            | Unknown option: --liberty
          serve --only                   | --only needs a value
          serve --only store,tape        | Unknown part after --only: tape
          """)
  void whatCannotBeUnderstoodIsNamed(String line, String complaint) {
    assertEquals(complaint, assertThrows(UsageError.class, () -> parse(line)).getMessage());
  }

  @Test
  void noCommandIsAnError() {
    assertThrows(UsageError.class, CommandLine::parse);
  }

  private static Command parse(String line) {
    return CommandLine.parse(line.split(" "));
  }
}
