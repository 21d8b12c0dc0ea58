package dev.ticketing.devstack.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.h2.mvstore.MVMap;

/**
 * One change of one map, as it is written to the journal: a BSON document and its checksum. Playing
 * a record a second time, in the same sequence as the first, changes nothing.
 */
record JournalRecord(Document change) {

  private static final String MAP = "map";
  private static final String KEY = "key";
  private static final String VALUE = "value";

  static JournalRecord put(String map, Object key, byte[] value) {
    return new JournalRecord(
        new Document(MAP, map).append(KEY, key).append(VALUE, new BinData(value)));
  }

  static JournalRecord remove(String map, Object key) {
    return new JournalRecord(new Document(MAP, map).append(KEY, key));
  }

  static JournalRecord clear(String map) {
    return new JournalRecord(new Document(MAP, map));
  }

  byte[] encoded() {
    byte[] document = Bson.encode(change);
    return ByteBuffer.allocate(document.length + Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(document)
        .putInt(checksum(document))
        .array();
  }

  /** The next record, or null at the end or where a crash cut the last one off. */
  static JournalRecord read(ByteBuffer journal) {
    journal.order(ByteOrder.LITTLE_ENDIAN);
    if (journal.remaining() < Integer.BYTES) {
      return null;
    }
    int length = journal.getInt(journal.position());
    if (length < Integer.BYTES || length > journal.remaining() - Integer.BYTES) {
      return null;
    }
    byte[] document = new byte[length];
    journal.get(document);
    return journal.getInt() == checksum(document) ? new JournalRecord(Bson.decode(document)) : null;
  }

  private static int checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  String map() {
    return change.get(MAP).toString();
  }

  void applyTo(MVMap<Object, byte[]> map) {
    if (!change.containsKey(KEY)) {
      map.clear();
      return;
    }
    Object key = Missing.ofNullable(change.get(KEY));
    if (change.get(VALUE) instanceof BinData value) {
      map.put(key, value.getData());
    } else {
      map.remove(key);
    }
  }
}
