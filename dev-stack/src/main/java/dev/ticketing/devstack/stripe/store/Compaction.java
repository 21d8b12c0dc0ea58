package dev.ticketing.devstack.stripe.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
    try (Journal source = Journal.open(file);
        Journal target = Journal.open(next)) {
      List<Slot> group = new ArrayList<>();
      for (Slot slot : found.all()) {
        group.add(slot);
        if (group.size() == GROUP) {
          copy(source, target, group, found);
        }
      }
      copy(source, target, group, found);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return found;
  }

  private static void copy(Journal source, Journal target, List<Slot> group, RecordIndex index)
      throws IOException {
    List<byte[]> lines = new ArrayList<>();
    for (Slot slot : group) {
      lines.add(source.read(slot.extent()));
    }
    List<Extent> extents = target.append(lines);
    for (int i = 0; i < extents.size(); i++) {
      index.move(group.get(i), extents.get(i));
    }
    group.clear();
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
