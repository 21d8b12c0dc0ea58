package dev.ticketing.platform.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.SampleEvents;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.Test;

class AggregateStoreTest {

  private static final String ID = SampleEvents.ID;

  private final FakeEntities entities = new FakeEntities();
  private final List<Listing> published = new ArrayList<>();
  private final AggregateStore<Listing> store =
      new AggregateStore<>(
          Listing.class,
          entities.factory(),
          listing -> {
            entities.log().add("publish");
            published.add(listing);
          });

  @Test
  void whatWasAddedIsPublishedOnceItIsStored() {
    store.add(new Listing(ID));
    assertEquals(List.of("begin", "persist", "commit", "close", "publish"), entities.log());
  }

  @Test
  void addingWhatIsThereAlreadyIsToldAsSuchAndNotPublished() {
    Throwable taken =
        new MongoWriteException(
            new WriteError(11_000, "taken", new BsonDocument()), new ServerAddress());
    entities.failNextCommits(1, new PersistenceException(taken));

    assertThrows(EntityExistsException.class, () -> store.add(new Listing(ID)));
    assertEquals(List.of(), published);
  }

  @Test
  void anyOtherFailureToAddIsToldAsItIs() {
    PersistenceException failure = new PersistenceException("away");
    entities.failNextCommits(1, failure);
    Listing listing = new Listing(ID);

    assertSame(failure, assertThrows(PersistenceException.class, () -> store.add(listing)));
    assertEquals(List.of(), published);
  }

  @Test
  void aChangeIsPublishedOnceItIsStored() {
    entities.store(ID, () -> new Listing(ID));
    Listing changed = store.change(ID, Listing::changeAndTell).orElseThrow();

    assertEquals(1, changed.changes());
    assertEquals(List.of(changed), published);
    assertEquals(List.of("begin", "commit", "close", "publish"), entities.log());
  }

  @Test
  void whoLosesTheRaceDecidesAgainOnWhatIsStoredNow() {
    List<Integer> seen = new ArrayList<>();
    entities.store(ID, () -> changedTimes(seen.size() * 10));
    entities.failNextCommits(1, new OptimisticLockException());
    entities.failNextCommits(1, new PersistenceException(new StaleObjectStateException("L", ID)));

    Listing changed =
        store
            .change(
                ID,
                listing -> {
                  seen.add(listing.changes());
                  listing.change();
                })
            .orElseThrow();

    assertEquals(List.of(0, 10, 20), seen);
    assertEquals(21, changed.changes());
    assertEquals(List.of(changed), published);
  }

  @Test
  void whoLosesTheRaceTooOftenIsToldSo() {
    entities.store(ID, () -> new Listing(ID));
    entities.failNextCommits(25, new OptimisticLockException());

    assertThrows(OptimisticLockException.class, () -> store.change(ID, Listing::changeAndTell));
    assertEquals(List.of(), published);
    assertEquals(25, entities.log().stream().filter("commit"::equals).count());
  }

  @Test
  void aFailureThatIsNoLostRaceIsNotRepeated() {
    entities.store(ID, () -> new Listing(ID));
    entities.failNextCommits(1, new PersistenceException("away"));

    assertThrows(PersistenceException.class, () -> store.change(ID, Listing::changeAndTell));
    assertEquals(List.of("begin", "commit", "close"), entities.log());
  }

  @Test
  void aChangeThatIsRefusedIsRolledBackAndPublishesNothing() {
    entities.store(ID, () -> new Listing(ID));

    assertThrows(
        Refusal.class,
        () ->
            store.change(
                ID,
                listing -> {
                  throw Refusal.conflict("no");
                }));
    assertEquals(List.of("begin", "rollback", "close"), entities.log());
  }

  @Test
  void thereIsNothingToChangeOrFindWhereThereIsNothing() {
    assertEquals(Optional.empty(), store.change(ID, Listing::changeAndTell));
    assertEquals(Optional.empty(), store.find(ID));
    assertEquals(List.of(), published);
  }

  @Test
  void whatIsThereIsFound() {
    entities.store(ID, () -> new Listing(ID));
    assertEquals(ID, store.find(ID).orElseThrow().id());
  }

  private static Listing changedTimes(int times) {
    Listing listing = new Listing(ID);
    for (int i = 0; i < times; i++) {
      listing.change();
    }
    return listing;
  }
}
