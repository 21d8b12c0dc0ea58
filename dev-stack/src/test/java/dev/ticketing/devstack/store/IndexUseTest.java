package dev.ticketing.devstack.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query here would read all 2,000 documents without its index; the count tells. */
class IndexUseTest {

  private static final int DOCUMENTS = 2_000;
  private static final int PAGE = 20;
  private static final Bson NEWEST = Sorts.descending("createdAt", "_id");

  @TempDir Path directory;

  private EmbeddedStore store;
  private MongoClient client;

  @BeforeEach
  void fill() {
    open();
    List<Document> documents = new ArrayList<>();
    for (int number = 0; number < DOCUMENTS; number++) {
      Document ticket = new Document("_id", id(number)).append("version", 0L);
      ticket.append("status", number % 2 == 0 ? "available" : "sold");
      ticket.append("createdAt", new Date(number / 7));
      ticket.append("email", number + "@example.com");
      if (number % 10 == 0) {
        ticket.append("deadline", new Date(number));
      }
      documents.add(ticket);
    }
    Collections.shuffle(documents, new Random(1));
    tickets().insertMany(documents);
    tickets().createIndex(compoundIndex(ascending("status"), descending("createdAt", "_id")));
    tickets().createIndex(ascending("deadline"));
    tickets().createIndex(ascending("email"), new IndexOptions().unique(true));
  }

  private void open() {
    store = EmbeddedStore.start(directory, 0);
    client = MongoClients.create(store.uri());
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  @Test
  void anUpdateByIdAndVersionReadsOneDocument() {
    assertReads(
        1, () -> tickets().updateOne(and(eq("_id", id(7)), eq("version", 0L)), inc("version", 1L)));
    assertEquals(1L, tickets().find(eq("_id", id(7))).first().getLong("version"));
  }

  @Test
  void severalIdsAreReadOneByOne() {
    assertReads(3, () -> tickets().find(in("_id", id(1), id(2), id(3), "none")).into(list()));
  }

  @Test
  void aUniqueFieldFindsItsDocument() {
    assertReads(
        1, () -> tickets().find(and(eq("email", "5@example.com"), eq("version", 0L))).first());
  }

  @Test
  void theNewestOfOneStatusAreReadInOrderUpToTheLimit() {
    assertReads(PAGE, () -> assertEquals(expected(0), ids(page(null))));
  }

  @Test
  void theSameListBackwardsIsReadInOrderToo() {
    assertReads(
        PAGE,
        () ->
            tickets()
                .find(eq("status", "available"))
                .sort(Sorts.ascending("createdAt", "_id"))
                .limit(PAGE)
                .into(list()));
  }

  @Test
  void eachNextPageContinuesAfterItsCursor() {
    Document last = null;
    for (int page = 0; page < 5; page++) {
      Document after = last;
      int first = page * PAGE;
      List<Document> found = page(after);
      assertEquals(expected(first), ids(found));
      assertReads(PAGE, () -> page(after));
      last = found.get(PAGE - 1);
    }
  }

  @Test
  void passedDeadlinesAreFoundWithoutReadingTheRest() {
    assertReads(
        5,
        () ->
            assertEquals(
                List.of(id(0), id(10), id(20), id(30), id(40)),
                ids(tickets().find(lt("deadline", new Date(50))).into(list()))));
  }

  @Test
  void claimingTheEarliestDeadlineReadsOneDocument() {
    FindOneAndUpdateOptions earliest =
        new FindOneAndUpdateOptions()
            .sort(Sorts.ascending("deadline"))
            .returnDocument(ReturnDocument.AFTER);
    assertReads(
        1,
        () ->
            assertEquals(
                id(0),
                tickets()
                    .findOneAndUpdate(
                        lt("deadline", new Date(50)), set("deadline", new Date(9_999)), earliest)
                    .get("_id")));
    assertEquals(
        id(10),
        tickets()
            .find(lt("deadline", new Date(50)))
            .sort(Sorts.ascending("deadline"))
            .first()
            .get("_id"));
  }

  @Test
  void countingReadsOnlyWhatItCounts() {
    assertReads(5, () -> assertEquals(5, tickets().countDocuments(lt("deadline", new Date(50)))));
  }

  @Test
  void indexesServeAsBeforeAfterARestart() {
    tickets().updateOne(eq("_id", id(1_998)), set("status", "sold"));
    tickets().deleteOne(eq("_id", id(1_996)));
    List<String> before = ids(page(null));
    close();
    open();
    assertReads(PAGE, () -> assertEquals(before, ids(page(null))));
    assertReads(1, () -> tickets().find(eq("email", "5@example.com")).first());
  }

  @Test
  void aFieldWithArraysIsStillFoundByItsElements() {
    tickets().createIndex(ascending("tags"));
    tickets().updateOne(eq("_id", id(1)), set("tags", List.of("a", "b")));
    tickets().updateOne(eq("_id", id(2)), set("tags", List.of()));
    assertEquals(List.of(id(1)), ids(tickets().find(eq("tags", "b")).into(list())));
    assertEquals(2, tickets().countDocuments(exists("tags")));
    assertEquals(1, tickets().deleteOne(eq("_id", id(2))).getDeletedCount());
  }

  @Test
  void withoutAnIndexEverythingIsRead() {
    tickets().dropIndex("email_1");
    assertReads(DOCUMENTS, () -> tickets().find(eq("email", "5@example.com")).into(list()));
  }

  private List<Document> page(Document after) {
    Bson available = eq("status", "available");
    Bson filter = available;
    if (after != null) {
      Date time = after.getDate("createdAt");
      Bson older = lt("createdAt", time);
      Bson sameTime = and(eq("createdAt", time), lt("_id", after.getString("_id")));
      filter = and(available, or(older, sameTime));
    }
    return tickets().find(filter).sort(NEWEST).limit(PAGE).into(list());
  }

  private static List<String> expected(int first) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < DOCUMENTS; number += 2) {
      numbers.add(number);
    }
    numbers.sort(Comparator.reverseOrder());
    return numbers.stream().skip(first).limit(PAGE).map(IndexUseTest::id).toList();
  }

  private void assertReads(int documents, Runnable operation) {
    long before = store.documentsExamined();
    operation.run();
    long read = store.documentsExamined() - before;
    assertTrue(read <= documents + 1, () -> "read " + read + " documents");
    assertTrue(read >= documents, () -> "read only " + read + " documents");
  }

  private static String id(int number) {
    return String.format("%05d", number);
  }

  private static List<Document> list() {
    return new ArrayList<>();
  }

  private static List<String> ids(List<Document> documents) {
    return documents.stream().map(document -> document.getString("_id")).toList();
  }

  private MongoCollection<Document> tickets() {
    return client.getDatabase("tickets").getCollection("tickets");
  }
}
