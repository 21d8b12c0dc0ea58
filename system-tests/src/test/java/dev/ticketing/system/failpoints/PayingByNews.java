package dev.ticketing.system.failpoints;

import dev.ticketing.devstack.stripe.Failure;
import dev.ticketing.devstack.stripe.Switch;
import dev.ticketing.system.running.StripeMail;
import java.net.URI;
import java.util.List;

/**
 * A buyer pays an order, but that Stripe has taken the money is known by its webhook alone: the
 * answer never comes through, and Stripe's books cannot be gone through. The event comes once, and
 * again only where it was not stored.
 */
final class PayingByNews extends Paying {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

  PayingByNews(Cast cast) {
    super(cast);
  }

  @Override
  public void prepare() {
    super.prepare();
    cast().switches().add(Switch.on("capture").fail(Failure.CONNECTION_AFTER));
    cast().switches().add(Switch.on("list").fail(Failure.BEFORE));
  }

  /** Stripe's events know neither the ticket nor the order by our names. */
  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public void step() {
    try {
      super.step();
    } finally {
      cast().sendNewsTo(NOWHERE);
    }
  }

  /** As Stripe does that got no answer. */
  @Override
  public void repeat() {
    String event =
        StripeMail.event(
            "payment_intent.succeeded",
            buyer().get("/api/payments?orderId=" + order()).expect(200).json().get(0));
    int answer = new StripeMail(cast().ticketing()).send(event).statusCode();
    if (answer != 200) {
      throw new AssertionError("The event was answered " + answer);
    }
  }

  /** Whoever looks at Stripe's books needs it to work again. */
  @Override
  public void requireSettled() {
    cast().repairStripe();
    super.requireSettled();
  }
}
