package dev.ticketing.devstack.stripe.store;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An append-only file of JSON lines. Lines are written in groups, each closed by a line that counts
 * them, so a group is either there as a whole or, when the process died while writing it, not at
 * all. A written group is in the operating system's hands: it survives the death of the process,
 * though not a power cut.
 */
final class Journal implements Closeable {
  private static final String COMMIT = "{\"commit\":";

  private final FileChannel channel;
  private long end;

  private Journal(FileChannel channel, long end) {
    this.channel = channel;
    this.end = end;
  }

  static Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new Journal(channel, channel.size());
  }

  synchronized List<Extent> append(List<byte[]> lines) throws IOException {
    ByteArrayOutputStream group = new ByteArrayOutputStream();
    List<Extent> extents = new ArrayList<>(lines.size());
    for (byte[] line : lines) {
      extents.add(new Extent(end + group.size(), line.length));
      group.write(line);
      group.write('\n');
    }
    group.write((COMMIT + lines.size() + "}\n").getBytes(StandardCharsets.US_ASCII));
    ByteBuffer bytes = ByteBuffer.wrap(group.toByteArray());
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, end + bytes.position());
      }
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
    end += bytes.limit();
    return extents;
  }

  byte[] read(Extent extent) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(extent.length());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, extent.offset() + bytes.position()) < 0) {
        throw new IOException("The journal ends before " + extent);
      }
    }
    return bytes.array();
  }

  synchronized void clear() throws IOException {
    channel.truncate(0);
    end = 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Shows every line of every whole group, in order, and passes over a torn group at the end. */
  static void scan(Path file, LineVisitor visitor) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      List<byte[]> group = new ArrayList<>();
      List<Extent> extents = new ArrayList<>();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long start = 0;
      byte[] block = new byte[1 << 16];
      for (int size = in.read(block); size >= 0; size = in.read(block)) {
        int from = 0;
        for (int i = 0; i < size; i++) {
          if (block[i] == '\n') {
            line.write(block, from, i - from);
            from = i + 1;
            start = accept(line.toByteArray(), start, group, extents, visitor);
            line.reset();
          }
        }
        line.write(block, from, size - from);
      }
    }
  }

  private static long accept(
      byte[] line, long start, List<byte[]> group, List<Extent> extents, LineVisitor visitor)
      throws IOException {
    if (isCommit(line)) {
      for (int i = 0; i < group.size(); i++) {
        visitor.visit(extents.get(i), group.get(i));
      }
      group.clear();
      extents.clear();
    } else {
      group.add(line);
      extents.add(new Extent(start, line.length));
    }
    return start + line.length + 1L;
  }

  private static boolean isCommit(byte[] line) {
    return line.length < 32 && new String(line, StandardCharsets.US_ASCII).startsWith(COMMIT);
  }

  /** Receives the lines of a journal, oldest first. */
  interface LineVisitor {
    void visit(Extent extent, byte[] line) throws IOException;
  }
}
