package dev.ticketing.devstack.keys;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that only its owner may look into. A file gets its name when it is complete, so that
 * a process killed while writing leaves nothing that could be taken for a key.
 */
final class PrivateDirectory {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final String UNFINISHED = ".part";

  /** Writes a file's content to a path that does not exist yet. */
  @FunctionalInterface
  interface Content {
    void writeTo(Path path) throws IOException;
  }

  private final Path path;

  private PrivateDirectory(Path path) {
    this.path = path;
  }

  static PrivateDirectory create(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (!Files.isDirectory(path)) {
      Files.createDirectory(path, only("rwx------"));
    }
    restrict(path, "rwx------");
    try (Stream<Path> files = Files.list(path)) {
      List<Path> leftOver = files.filter(f -> f.toString().endsWith(UNFINISHED)).toList();
      for (Path file : leftOver) {
        Files.delete(file);
      }
    }
    return new PrivateDirectory(path);
  }

  Path file(String name) {
    return path.resolve(name);
  }

  boolean has(String name) {
    return Files.exists(file(name));
  }

  void write(String name, String content) throws IOException {
    write(name, file -> Files.writeString(Files.createFile(file, only("rw-------")), content));
  }

  void write(String name, Content content) throws IOException {
    Path unfinished = file(name + UNFINISHED);
    content.writeTo(unfinished);
    restrict(unfinished, "rw-------");
    Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void restrict(Path file, String permissions) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
  }

  private static FileAttribute<?>[] only(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
