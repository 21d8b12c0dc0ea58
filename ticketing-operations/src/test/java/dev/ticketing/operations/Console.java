package dev.ticketing.operations;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs commands and keeps what they print. */
public final class Console {

  /** What came of one command. */
  public record Result(int exit, String out, String err) {}

  private final String[] options;

  /**
   * @param options that every command is given
   */
  public Console(String... options) {
    this.options = options;
  }

  public Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Operations.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
    int exit =
        line.execute(Stream.of(arguments, options).flatMap(Stream::of).toArray(String[]::new));
    return new Result(exit, out.toString(), err.toString());
  }
}
