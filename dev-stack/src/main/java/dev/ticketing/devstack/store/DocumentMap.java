package dev.ticketing.devstack.store;

import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The encoded documents of one collection. Each change is made, then noted in the journal. */
final class DocumentMap {

  private final String name;
  private final MVMap<Object, byte[]> pages;
  private final Journal journal;

  DocumentMap(String name, MVStore store, Journal journal) {
    this.name = name;
    this.pages = DataFile.map(store, name);
    this.journal = journal;
  }

  byte[] get(Object key) {
    return pages.get(key);
  }

  boolean contains(Object key) {
    return pages.containsKey(key);
  }

  Set<Map.Entry<Object, byte[]>> entries() {
    return pages.entrySet();
  }

  Object lastKey() {
    return pages.lastKey();
  }

  int size() {
    return pages.size();
  }

  void put(Object key, byte[] document) {
    pages.put(key, document);
    journal.append(JournalRecord.put(name, key, document));
  }

  void remove(Object key) {
    pages.remove(key);
    journal.append(JournalRecord.remove(name, key));
  }

  void clear() {
    pages.clear();
    journal.append(JournalRecord.clear(name));
  }
}
