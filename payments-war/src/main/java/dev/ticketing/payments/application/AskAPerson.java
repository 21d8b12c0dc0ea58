package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.Case;
import dev.ticketing.payments.domain.Cases;
import dev.ticketing.payments.domain.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Leaves to a person what only a person can decide. The log tells of a case once. */
@ApplicationScoped
public class AskAPerson {

  private static final System.Logger LOG = System.getLogger(AskAPerson.class.getName());

  private Cases cases;
  private Clock clock;

  /** For the container's proxy. */
  protected AskAPerson() {}

  @Inject
  public AskAPerson(Cases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * @param seen what was found, in one sentence; the same for as long as nothing changes
   */
  public void about(Case.Kind kind, Payment payment, String intentId, String seen) {
    about(new Case(kind, intentId, payment.id(), payment.orderId(), seen));
  }

  public void about(Case found) {
    if (cases.keep(found, clock.instant())) {
      LOG.log(
          System.Logger.Level.ERROR,
          "A person has to decide: "
              + found.kind()
              + " at Stripe's "
              + found.intentId()
              + ", payment "
              + found.paymentId()
              + ", order "
              + found.orderId()
              + ": "
              + found.seen());
    }
  }
}
