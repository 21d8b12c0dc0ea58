package dev.ticketing.devstack.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailArchiveTest {

  @TempDir Path directory;

  @Test
  void onlyTheNewestMailsAreKeptInMemoryAndOnDisk() throws IOException {
    MailArchive archive = MailArchive.open(directory, 3);
    Stream.of("a", "b", "c", "d", "e").forEach(subject -> keep(archive, subject));

    assertEquals(List.of("e", "d", "c"), subjects(archive));
    assertEquals(3, files());
  }

  @Test
  void mailsOutliveTheArchiveInTheirOrder() {
    MailArchive before = MailArchive.open(directory, 10);
    Stream.of("a", "b").forEach(subject -> keep(before, subject));

    MailArchive after = MailArchive.open(directory, 10);
    keep(after, "c");

    assertEquals(List.of("c", "b", "a"), subjects(after));
  }

  @Test
  void aHalfWrittenMailIsNoMail() throws IOException {
    Files.writeString(directory.resolve("17.part"), "{\"id\":");

    assertTrue(MailArchive.open(directory, 10).list().isEmpty());
  }

  @Test
  void clearingLeavesNoFile() throws IOException {
    MailArchive archive = MailArchive.open(directory, 10);
    keep(archive, "a");

    archive.clear();

    assertEquals(0, files());
    assertTrue(archive.list().isEmpty());
  }

  private static void keep(MailArchive archive, String subject) {
    archive.keep(
        (id, time) -> new Mail(id, "f", List.of("t"), subject, null, null, time.toString()));
  }

  private static List<String> subjects(MailArchive archive) {
    return archive.list().stream().map(Mail::subject).toList();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }
}
