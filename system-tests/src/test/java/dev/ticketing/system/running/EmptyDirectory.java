package dev.ticketing.system.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory without anything of an earlier run, whose keys and data would not fit the new. */
final class EmptyDirectory {

  private EmptyDirectory() {}

  static Path at(Path directory) {
    try {
      if (Files.exists(directory)) {
        for (Path path : contents(directory)) {
          Files.delete(path);
        }
      }
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The deepest first. */
  private static List<Path> contents(Path directory) throws IOException {
    try (Stream<Path> found = Files.walk(directory)) {
      return found.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
