package dev.ticketing.expiration.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.mongodb.client.model.Updates;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.expiration.container.unit.ExpirationUnit;
import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.expiration.domain.ReservationStatus;
import dev.ticketing.platform.aggregate.AggregateBatches;
import dev.ticketing.platform.aggregate.AggregateBatches.Result;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.AggregateRules;
import dev.ticketing.testing.probe.Documents;
import dev.ticketing.testing.probe.Simultaneously;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reservations in the container, through Hibernate OGM and into the document store. */
@ExtendWith(ArquillianExtension.class)
class ReservationPersistenceIT {

  private static final Instant DEADLINE = Instant.parse("2060-01-01T10:15:00.123Z");
  private static final String BUYER = Identifier.next();

  @Inject private ExpirationUnit unit;
  private AggregateRules<Reservation> rules;

  @Deployment
  static EnterpriseArchive expiration() {
    return ExpirationEar.build();
  }

  @BeforeEach
  void ofReservations() {
    rules =
        new AggregateRules<>(
            Reservation.class,
            unit.factory(),
            "expiration",
            () -> Reservation.of(created(Identifier.next()), 0));
  }

  @Test
  void everyFieldIsFoundAsItWasWritten() {
    Reservation found = rules.found(rules.added().id());
    assertEquals(BUYER, found.userId());
    assertEquals(ReservationStatus.CREATED, found.status());
    assertEquals(DEADLINE, found.expiresAt());
    assertEquals(DEADLINE, found.dueAt());
    assertEquals(0, found.version());
  }

  @Test
  void loadingAReservationAndCommittingLeavesItsVersion() {
    rules.loadingAndCommittingLeavesTheVersion();
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    rules.anIdThatIsTakenIsRefused();
  }

  @Test
  void ofManyChangesAtOnceNoneIsLost() {
    rules.ofManyChangesAtOnceNoneIsLost(
        reservation -> reservation.follow(created(reservation.id()), reservation.version() + 1));
  }

  @Test
  void whatAReservationTellsIsInItsDocumentUntilItIsPublished() {
    rules.whatItTellsIsInItsDocumentUntilItIsPublished(
        reservation -> reservation.expireIfDue(DEADLINE), EventType.ReservationExpired);
  }

  /** Two servers with two threads each look at the same reservations. */
  @Test
  void ofAllWhoExpireTheSameReservationsAtOnceOneSaysSo() {
    List<String> ids = IntStream.range(0, 200).mapToObj(i -> rules.added().id()).toList();

    int changed =
        Simultaneously.run(4, server -> () -> expire(ids).changed()).stream()
            .mapToInt(Integer::intValue)
            .sum();

    assertEquals(ids.size(), changed);
    assertEquals(new Result(0, 0), expire(ids));
    ids.forEach(id -> assertEquals(1, rules.found(id).version()));
    ids.forEach(id -> assertNull(rules.found(id).dueAt()));
  }

  /** The control: the same without the version in the condition of the write. */
  @Test
  void withoutTheVersionAllWhoExpireAReservationBelieveToBeTheOne() {
    String id = rules.added().id();
    CyclicBarrier haveLooked = new CyclicBarrier(4);

    List<Boolean> said =
        Simultaneously.run(
            4,
            server ->
                () -> {
                  Reservation found = rules.found(id);
                  boolean due = found.expireIfDue(DEADLINE);
                  haveLooked.await();
                  Document told = new Document("dueAt", null);
                  return due
                      && Documents.of("expiration", "reservations")
                              .updateOne(new Document("_id", id), new Document("$set", told))
                              .getMatchedCount()
                          == 1;
                });

    assertEquals(List.of(true, true, true, true), said);
  }

  private Result expire(List<String> ids) {
    return new AggregateBatches<>(
            Reservation.class,
            unit.factory(),
            Documents.of("expiration", "reservations"),
            published -> {})
        .change(ids, reservation -> reservation.expireIfDue(DEADLINE), Updates.unset("dueAt"));
  }

  private static OrderEvent created(String id) {
    return new OrderEvent.OrderCreated(Orders.of(id, BUYER, DEADLINE));
  }
}
