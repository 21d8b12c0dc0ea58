package dev.ticketing.payments.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.payments.domain.Failure;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentStatus;
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

/** Payments in the container, through Hibernate OGM and into the document store. */
@ExtendWith(ArquillianExtension.class)
class PaymentPersistenceIT {

  /** So late that nobody resumes them meanwhile. */
  private static final Instant NOW = Instant.parse("2060-01-01T10:00:00.123Z");

  private static final PayableOrder ORDER =
      new PayableOrder(
          Identifier.next(),
          0,
          Identifier.next(),
          new Money(1999, "usd"),
          NOW.plusSeconds(900),
          OrderStatus.CREATED,
          null,
          null);

  @Inject private PaymentsUnit unit;
  private AggregateRules<Payment> rules;

  @Deployment
  static EnterpriseArchive payments() {
    return PaymentsEar.build();
  }

  @BeforeEach
  void ofPayments() {
    rules =
        new AggregateRules<>(
            Payment.class,
            unit.factory(),
            "payments",
            () -> Payment.request(Identifier.next(), ORDER, "tok_visa", NOW));
  }

  @Test
  void everyFieldOfARequestIsFoundAsItWasWritten() {
    Payment found = rules.found(rules.added().id());
    assertEquals(ORDER.id(), found.orderId());
    assertEquals(ORDER.userId(), found.userId());
    assertEquals("tok_visa", found.token());
    assertEquals(ORDER.price(), found.amount());
    assertEquals(PaymentStatus.REQUESTED, found.status());
    assertEquals(NOW, found.createdAt());
    assertEquals(0, found.version());
  }

  @Test
  void whatStripeAnsweredIsFoundAsItWasWritten() {
    String id = rules.added().id();
    rules.store().change(id, payment -> payment.authorize("pi_1", NOW));
    assertEquals("pi_1", rules.found(id).stripeId());
    String failed = rules.added().id();
    Failure reason = new Failure(Failure.Kind.values()[0], "Your card was declined");
    rules.store().change(failed, payment -> payment.fail(reason, NOW));
    assertEquals(reason, rules.found(failed).failure());
  }

  @Test
  void loadingAPaymentAndCommittingLeavesItsVersion() {
    rules.loadingAndCommittingLeavesTheVersion();
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    rules.anIdThatIsTakenIsRefused();
  }

  @Test
  void ofManyChangesAtOnceNoneIsLost() {
    rules.ofManyChangesAtOnceNoneIsLost(payment -> payment.postpone(PaymentStatus.REQUESTED, NOW));
  }

  @Test
  void whatAPaymentTellsIsInItsDocumentUntilItIsPublished() {
    rules.whatItTellsIsInItsDocumentUntilItIsPublished(
        payment -> payment.authorize("pi_1", NOW), EventType.PaymentAuthorized);
  }
}
