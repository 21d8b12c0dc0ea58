package dev.ticketing.testing.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Begins every run of the tests with nothing left of the last one. */
final class Directories {

  private Directories() {}

  static void empty(Path directory) {
    try {
      Files.createDirectories(directory);
      List<Path> old;
      try (Stream<Path> files = Files.walk(directory)) {
        old = files.sorted(Comparator.reverseOrder()).filter(f -> !f.equals(directory)).toList();
      }
      for (Path file : old) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be emptied", e);
    }
  }
}
