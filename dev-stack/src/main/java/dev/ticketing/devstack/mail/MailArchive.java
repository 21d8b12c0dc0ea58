package dev.ticketing.devstack.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The newest messages, one JSON file each, so that they outlive the process. A file appears in one
 * step: a message is either kept whole or not at all.
 */
final class MailArchive {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String SUFFIX = ".json";

  private final Path directory;
  private final int limit;
  private final TreeMap<Long, Mail> mails = new TreeMap<>();

  private MailArchive(Path directory, int limit) {
    this.directory = directory;
    this.limit = limit;
  }

  static MailArchive open(Path directory, int limit) {
    MailArchive archive = new MailArchive(directory, limit);
    try {
      Files.createDirectories(directory);
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
          Mail mail = JSON.readValue(file.toFile(), Mail.class);
          archive.mails.put(Long.valueOf(mail.id()), mail);
        }
      }
      archive.forgetOldest();
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException("The mails in " + directory + " cannot be read", e);
    }
  }

  /** Keeps the message that the reader makes of its id and its time. */
  synchronized Mail keep(BiFunction<String, Instant, Mail> reader) {
    Instant now = Instant.now();
    long newest = mails.isEmpty() ? 0 : mails.lastKey();
    long id = Math.max(newest + 1, now.toEpochMilli() * 1_000);
    Mail mail = reader.apply(String.valueOf(id), now);
    try {
      Path unfinished = directory.resolve(id + ".part");
      Files.write(unfinished, JSON.writeValueAsBytes(mail));
      Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
      mails.put(id, mail);
      forgetOldest();
    } catch (IOException e) {
      throw new UncheckedIOException("A mail cannot be kept in " + directory, e);
    }
    return mail;
  }

  /** Newest first. */
  synchronized List<Mail> list() {
    return new ArrayList<>(mails.descendingMap().values());
  }

  synchronized void clear() {
    try {
      while (!mails.isEmpty()) {
        forget(mails.firstKey());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The mails in " + directory + " cannot be deleted", e);
    }
  }

  private void forgetOldest() throws IOException {
    while (mails.size() > limit) {
      forget(mails.firstKey());
    }
  }

  private void forget(Long id) throws IOException {
    Files.deleteIfExists(file(id));
    mails.remove(id);
  }

  private Path file(long id) {
    return directory.resolve(id + SUFFIX);
  }
}
