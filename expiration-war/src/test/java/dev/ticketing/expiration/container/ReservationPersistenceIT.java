package dev.ticketing.expiration.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.expiration.container.unit.ExpirationUnit;
import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.expiration.domain.ReservationStatus;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.testing.probe.AggregateRules;
import jakarta.inject.Inject;
import java.time.Instant;
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

  private static OrderEvent created(String id) {
    return new OrderEvent.OrderCreated(Orders.of(id, BUYER, DEADLINE));
  }
}
