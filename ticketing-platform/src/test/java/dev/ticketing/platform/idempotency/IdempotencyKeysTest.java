package dev.ticketing.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.platform.MemoryStore;
import dev.ticketing.platform.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {

  private static final String USER = "650000000000000000000001";
  private static final IdempotencyKey KEY = new IdempotencyKey("key");
  private static final StoredAnswer DONE = new StoredAnswer(201, "http://here/1", "{\"id\":1}");
  private static final StoredAnswer REFUSED = new StoredAnswer(409, null, "{}");
  private static final Duration LEASE_IS_OVER = IdempotencyKeys.LEASE.plusMillis(1);

  private static MemoryStore store;

  private final MovableClock clock = new MovableClock();
  private final IdempotencyKeys keys =
      new IdempotencyKeys(store.collection(IdempotencyKeys.COLLECTION), clock);

  @BeforeAll
  static void open() {
    store = new MemoryStore();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store.collection(IdempotencyKeys.COLLECTION).drop();
  }

  private Outcome ask() {
    return keys.claim(USER, KEY, "request");
  }

  private Claim claim() {
    return assertInstanceOf(Claim.class, ask());
  }

  private void assertAnswered(StoredAnswer answer) {
    assertEquals(new Outcome.Answered(answer), ask());
  }

  @Test
  void theFirstRequestDoesTheWorkAndTheNextGetsItsAnswer() {
    Claim claim = claim();
    assertFalse(claim.begin().mayBeTaken());
    assertInstanceOf(Outcome.InFlight.class, ask());

    assertTrue(keys.answer(claim, DONE));

    assertAnswered(DONE);
  }

  @Test
  void ofManyAtOnceOneDoesTheWork() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Outcome>> requests =
          IntStream.range(0, 20).mapToObj(i -> (Callable<Outcome>) this::ask).toList();
      int claims = 0;
      for (Future<Outcome> outcome : threads.invokeAll(requests)) {
        claims += outcome.get() instanceof Claim ? 1 : 0;
      }
      assertEquals(1, claims);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aKeyBelongsToOneRequestOfOneUser() {
    claim();
    assertInstanceOf(Outcome.OtherRequest.class, keys.claim(USER, KEY, "another request"));
    assertInstanceOf(Claim.class, keys.claim("650000000000000000000002", KEY, "request"));
    assertInstanceOf(Claim.class, keys.claim(USER, new IdempotencyKey("other"), "request"));
  }

  @Test
  void anAnswerIsGivenAgainForADayAndThenTheKeyIsFree() {
    Claim first = claim();
    clock.pass(Duration.ofSeconds(5));
    keys.answer(first, DONE);
    clock.pass(IdempotencyKeys.KEPT_FOR.minusMillis(1));
    assertAnswered(DONE);

    clock.pass(Duration.ofMillis(1));

    Claim second = claim();
    assertFalse(second.begin().mayBeTaken());
    assertFalse(second.resourceId().equals(first.resourceId()));
  }

  @Test
  void whoeverTakesOverFromTheDeadGetsTheSameIdAndHearsThatItMayBeTaken() {
    Claim dead = claim();
    clock.pass(LEASE_IS_OVER);

    Claim next = claim();

    assertEquals(dead.resourceId(), next.resourceId());
    assertTrue(next.begin().mayBeTaken());
    assertInstanceOf(Outcome.InFlight.class, ask());
  }

  @Test
  void aSuccessCountsEvenIfItsRequestWasTakenForDead() {
    Claim slow = claim();
    clock.pass(LEASE_IS_OVER);
    Claim next = claim();

    assertTrue(keys.answer(slow, DONE));

    assertFalse(keys.answer(next, REFUSED));
    assertFalse(keys.answer(next, new StoredAnswer(201, null, "as it is later")));
    assertEquals(new Outcome.Answered(DONE), keys.stateOf(next));
  }

  @Test
  void aRefusalOfARequestThatWasTakenForDeadDoesNotCount() {
    Claim slow = claim();
    clock.pass(LEASE_IS_OVER);
    Claim next = claim();

    assertFalse(keys.answer(slow, REFUSED));
    assertInstanceOf(Outcome.InFlight.class, keys.stateOf(slow));
    keys.reopen(slow);
    keys.forget(slow);
    assertInstanceOf(Outcome.InFlight.class, ask());

    assertTrue(keys.answer(next, DONE));
    assertEquals(new Outcome.Answered(DONE), keys.stateOf(slow));
  }

  @Test
  void whatWasDoneAfterAllOutweighsARefusal() {
    Claim slow = claim();
    clock.pass(LEASE_IS_OVER);
    keys.answer(claim(), REFUSED);

    assertTrue(keys.answer(slow, DONE));

    assertAnswered(DONE);
  }

  @Test
  void aClaimThatIsGivenUpIsTheNextRequestsAtOnceUnderTheSameId() {
    Claim first = claim();
    keys.reopen(first);

    Claim next = claim();

    assertEquals(first.resourceId(), next.resourceId());
    assertTrue(next.begin().mayBeTaken());
  }

  @Test
  void aForgottenKeyIsFreeForAnotherRequest() {
    keys.forget(claim());
    assertInstanceOf(Claim.class, keys.claim(USER, KEY, "another request"));
  }

  @Test
  void anAnswerIsNeitherForgottenNorReopened() {
    Claim claim = claim();
    keys.answer(claim, DONE);
    keys.forget(claim);
    keys.reopen(claim);
    assertAnswered(DONE);
  }

  @Test
  void neitherTheKeyNorItsUserCanBeReadFromTheStore() {
    claim();
    String stored = store.collection(IdempotencyKeys.COLLECTION).find().first().toJson();
    assertFalse(stored.contains("\"key\"") || stored.contains(USER), stored);
  }
}
