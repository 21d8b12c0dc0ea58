package dev.ticketing.platform.mail.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.MovableClock;
import dev.ticketing.platform.mail.Letter;
import dev.ticketing.platform.mail.LetterWriter;
import dev.ticketing.platform.mail.Mail;
import dev.ticketing.platform.mail.NotYet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostmanTest {

  private static final Duration A_WHILE = Duration.ofHours(1);
  private static final String TO = "ann@example.com";

  private static MemoryStore store;

  private final MovableClock clock = new MovableClock();
  private final List<String> sent = new ArrayList<>();
  private MongoCollection<Document> documents;
  private LetterBox box;
  private MailServer server = (id, mail) -> sent.add(id + " " + mail.text());
  private LetterWriter writer = letter -> mail(letter.fact("say"));

  @BeforeAll
  static void openStore() {
    store = new MemoryStore();
  }

  @AfterAll
  static void closeStore() {
    store.close();
  }

  @BeforeEach
  void emptyBox() {
    documents = store.collection(LetterBox.COLLECTION);
    documents.deleteMany(new BsonDocument());
    box = new LetterBox(documents, clock);
  }

  @Test
  void aLetterIsSentOnceAndGone() {
    String id = post("hello");
    round();
    round();
    assertEquals(List.of(id + " hello"), sent);
    assertEquals(0, documents.countDocuments());
  }

  @Test
  void theWriterIsToldWhatTheLetterIsAbout() {
    List<Letter> written = new ArrayList<>();
    writer =
        letter -> {
          written.add(letter);
          return Optional.empty();
        };
    String id = box.post("GREETING", Map.of("a.b", "1", "c", "2"));
    round();
    assertEquals(
        List.of(new Letter(id, "GREETING", Map.of("a.b", "1", "c", "2"), clock.instant())),
        written);
  }

  @Test
  void aLetterToNobodyIsGoneUnsent() {
    writer = letter -> Optional.empty();
    post("hello");
    round();
    assertEquals(List.of(), sent);
    assertEquals(0, documents.countDocuments());
  }

  @Test
  void aLetterThatWasWithdrawnIsNotSent() {
    box.withdraw(post("hello"));
    round();
    assertEquals(List.of(), sent);
  }

  @Test
  void aLetterWhoseCauseIsNotDoneWaitsAndCountsNoFailure() {
    writer =
        letter -> {
          throw new NotYet();
        };
    post("hello");
    round();
    round();
    assertEquals(1, stored().getInteger("taken"));
    assertEquals(0, stored().getInteger("failures"));
    writer = letter -> mail("hello");
    clock.pass(Duration.ofSeconds(1));
    round();
    assertEquals(1, sent.size());
  }

  @Test
  void whileTheServerIsAwayALetterWaitsEverLongerAndIsSentWhenItIsBack() {
    server = this::away;
    post("hello");
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      round();
      Duration wait =
          Duration.between(clock.instant(), stored().getDate(LetterBox.DUE).toInstant());
      waits.add(wait.toSeconds());
      clock.pass(wait);
    }
    assertEquals(
        List.of(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1024L, 2048L, 3600L, 3600L, 3600L),
        waits);
    server = (id, mail) -> sent.add(mail.text());
    round();
    assertEquals(List.of("hello"), sent);
  }

  @Test
  void aLetterThatFailsTooOftenStaysForAPersonToLookAt() {
    server = this::away;
    post("hello");
    for (int i = 0; i < 15; i++) {
      round();
      clock.pass(A_WHILE);
    }
    assertNotNull(stored().getDate("deadAt"));
    assertNull(stored().getDate(LetterBox.DUE));
    assertTrue(stored().getString("reason").contains("no answer"));
    server = (id, mail) -> sent.add(mail.text());
    round();
    assertEquals(List.of(), sent);
  }

  @Test
  void whatTheServerWillNeverTakeIsGivenUpAtOnce() {
    server =
        (id, mail) -> {
          throw new MailRefused("no such user", null);
        };
    post("hello");
    round();
    assertNotNull(stored().getDate("deadAt"));
  }

  @Test
  void whileTheServerIsAwayARoundAsksItOnce() {
    List<String> asked = new ArrayList<>();
    server =
        (id, mail) -> {
          asked.add(id);
          away(id, mail);
        };
    post("one");
    post("two");
    round();
    assertEquals(1, asked.size());
  }

  @Test
  void aLetterThatCannotBeWordedDoesNotHoldUpTheNext() {
    writer = letter -> mail(letter.fact("say"));
    box.post("GREETING", Map.of());
    post("two");
    round();
    assertEquals(1, sent.size());
    assertEquals(1, stored().getInteger("failures"));
  }

  @Test
  void ofTwoServersOneHasALetterInHand() {
    post("hello");
    Optional<LetterBox.InHand> first = box.take();
    assertTrue(first.isPresent());
    assertTrue(new LetterBox(documents, clock).take().isEmpty());
  }

  @Test
  void ofManyServersAtOnceOneTakesEachLetter() throws Exception {
    for (int i = 0; i < 40; i++) {
      post("hello");
    }
    List<Callable<List<String>>> servers = Collections.nCopies(4, this::takeAll);
    ExecutorService threads = Executors.newFixedThreadPool(servers.size());
    try {
      List<String> taken = new ArrayList<>();
      for (Future<List<String>> server : threads.invokeAll(servers)) {
        taken.addAll(server.get());
      }
      assertEquals(40, taken.size());
      assertEquals(40, Set.copyOf(taken).size());
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> takeAll() {
    LetterBox own = new LetterBox(documents, clock);
    List<String> taken = new ArrayList<>();
    for (Optional<LetterBox.InHand> next; (next = own.take()).isPresent(); ) {
      taken.add(next.get().letter().id());
    }
    return taken;
  }

  @Test
  void aLetterInADeadServersHandsIsSentByAnother() {
    post("hello");
    box.take();
    clock.pass(Duration.ofMinutes(2));
    round();
    assertEquals(1, sent.size());
  }

  @Test
  void whoeverWasTooSlowDoesNotPutBackWhatAnotherHasInHand() {
    post("hello");
    LetterBox.InHand slow = box.take().orElseThrow();
    clock.pass(Duration.ofMinutes(2));
    box.take().orElseThrow();
    box.putBack(slow, Duration.ZERO);
    assertFalse(box.take().isPresent());
  }

  private String post(String say) {
    return box.post("GREETING", Map.of("say", say));
  }

  private void round() {
    new Postman(box, letter -> writer.write(letter), (id, mail) -> server.take(id, mail)).round();
  }

  private Document stored() {
    return documents.find().first();
  }

  private void away(String id, Mail mail) {
    throw new MailServerAway("no answer", null);
  }

  private static Optional<Mail> mail(String text) {
    return Optional.of(new Mail(TO, "Hello", text));
  }
}
