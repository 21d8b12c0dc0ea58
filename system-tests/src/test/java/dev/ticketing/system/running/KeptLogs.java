package dev.ticketing.system.running;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is logged during a run: what Liberty writes, of which it would itself keep the last
 * starts only, and what this process prints, which the development stack is part of.
 */
final class KeptLogs {

  private final Path root;
  private final Path earlier;
  private final Path data;
  private int starts;

  /**
   * @param root under which every log of the run is
   * @param data what the broker keeps there is called a log, and is none
   */
  KeptLogs(Path root, Path data) {
    this.root = root;
    this.earlier = root.resolve("earlier-logs");
    this.data = data;
    copyWhatIsPrinted();
  }

  private void copyWhatIsPrinted() {
    try {
      Files.createDirectories(earlier);
      OutputStream copy = new FileOutputStream(root.resolve("printed.log").toFile(), true);
      System.setOut(both(System.out, copy));
      System.setErr(both(System.err, copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintStream both(PrintStream first, OutputStream copy) {
    OutputStream both =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            first.write(value);
            copy.write(value);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            first.write(bytes, offset, length);
            copy.write(bytes, offset, length);
          }

          @Override
          public void flush() {
            first.flush();
          }
        };
    return new PrintStream(both, true, StandardCharsets.UTF_8);
  }

  /** Before a start: the log of the one before would go with one of the next. */
  void keep(Path messages) {
    try {
      if (Files.exists(messages)) {
        Files.copy(messages, earlier.resolve("messages-" + ++starts + ".log"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Logs, traces and first-failure records of every server of this run. */
  List<Path> all() {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(path -> !path.startsWith(data)).filter(KeptLogs::isLog).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLog(Path path) {
    boolean inLogs = path.toString().contains("/logs/");
    return Files.isRegularFile(path) && (inLogs || path.toString().endsWith(".log"));
  }
}
