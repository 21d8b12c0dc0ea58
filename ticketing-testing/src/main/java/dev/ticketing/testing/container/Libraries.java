package dev.ticketing.testing.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;

/** The jars that go into an application under test. */
final class Libraries {

  private Libraries() {}

  /** What the platform needs, as it lies in the enterprise application's directory of libraries. */
  static List<File> ofThePlatform() {
    Path list = Path.of(System.getProperty("product.libraries"));
    try {
      return Arrays.stream(Files.readString(list).strip().split(File.pathSeparator))
          .filter(path -> path.endsWith(".jar"))
          .map(File::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(list + " is made when ticketing-platform is packaged", e);
    }
  }

  /** What tests in the container use besides. */
  static File[] ofTests() {
    return Stream.of(Awaitility.class, Matcher.class).map(Libraries::jarOf).toArray(File[]::new);
  }

  /** The archive, or directory, that a class comes from. */
  static File jarOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return new File(source.getLocation().getPath());
  }
}
