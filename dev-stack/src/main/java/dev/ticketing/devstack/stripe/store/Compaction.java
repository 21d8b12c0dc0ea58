package dev.ticketing.devstack.stripe.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rewrites a journal with the latest version of every record that is still wanted, and swaps it in
 * with one rename, so that a crash leaves the old file or the new one. A torn end goes with it.
 */
final class Compaction {
  private static final int GROUP = 256;

  private Compaction() {}

  static RecordIndex compact(Path file, Predicate<ObjectNode> keep, ObjectMapper json)
      throws IOException {
    RecordIndex found = new RecordIndex();
    Journal.scan(
        file,
        (extent, line) -> {
          ObjectNode record = parse(json, extent, line);
          if (keep.test(record)) {
            found.add(record, extent);
          } else {
            found.remove(Kind.of(record.path("object").asText()), record.path("id").asText());
          }
        });
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    RecordIndex index = new RecordIndex();
    try (Journal source = Journal.open(file);
        Journal target = Journal.open(next)) {
      List<ObjectNode> group = new ArrayList<>();
      List<byte[]> lines = new ArrayList<>();
      for (Slot slot : inOrder(found)) {
        byte[] line = source.read(slot.extent());
        lines.add(line);
        group.add((ObjectNode) json.readTree(line));
        if (lines.size() == GROUP) {
          write(target, group, lines, index);
        }
      }
      write(target, group, lines, index);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return index;
  }

  private static List<Slot> inOrder(RecordIndex found) {
    return Stream.of(Kind.values())
        .flatMap(kind -> found.oldestFirst(kind).stream())
        .sorted(Comparator.comparingLong(Slot::sequence))
        .toList();
  }

  private static void write(
      Journal target, List<ObjectNode> group, List<byte[]> lines, RecordIndex index)
      throws IOException {
    List<Extent> extents = target.append(lines);
    for (int i = 0; i < extents.size(); i++) {
      index.add(group.get(i), extents.get(i));
    }
    group.clear();
    lines.clear();
  }

  private static ObjectNode parse(ObjectMapper json, Extent extent, byte[] line)
      throws IOException {
    try {
      return (ObjectNode) json.readTree(line);
    } catch (IOException | ClassCastException e) {
      throw new IOException("The journal is damaged at byte " + extent.offset(), e);
    }
  }
}
