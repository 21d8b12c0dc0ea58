package dev.ticketing.payments.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.ticketing.payments.adapter.PaymentsDomain;
import dev.ticketing.payments.application.StripeEvent;
import dev.ticketing.payments.application.StripeEvents;
import dev.ticketing.payments.domain.Patience;
import dev.ticketing.platform.aggregate.Duplicates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Keeps Stripe's events as plain documents by Stripe's own ids, which makes a second one known. */
@ApplicationScoped
public class MongoStripeEvents implements StripeEvents {

  static final String EVENTS = "stripe-events";
  static final String DUE = "dueAt";
  static final String CAME = "receivedAt";
  private static final String ID = "_id";
  private static final String STATE = "state";
  private static final String TURNS = "turns";
  private static final String RECEIVED = "received";
  private static final String DONE = "done";

  private MongoCollection<Document> events;

  /** For the container's proxy. */
  protected MongoStripeEvents() {}

  @Inject
  public MongoStripeEvents(PaymentsDomain domain) {
    this(domain.store().collection(EVENTS));
  }

  MongoStripeEvents(MongoCollection<Document> events) {
    this.events = events;
  }

  @Override
  public boolean keep(StripeEvent event, Instant now) {
    Document document =
        new Document(ID, event.id())
            .append("type", event.type().name())
            .append("intentId", event.intentId())
            .append("paymentId", event.paymentId())
            .append(STATE, RECEIVED)
            .append(TURNS, 0)
            .append(CAME, Date.from(now))
            .append(DUE, Date.from(now));
    try {
      events.insertOne(document);
      return true;
    } catch (MongoException e) {
      if (Duplicates.isCauseOf(e)) {
        return false;
      }
      throw e;
    }
  }

  /** The pause of the next turn depends on the turns before, so this is two steps. */
  @Override
  public Optional<StripeEvent> take(Instant now) {
    Document due = events.find(lte(DUE, Date.from(now))).sort(Sorts.ascending(DUE)).first();
    while (due != null) {
      Document taken = take(due, now);
      if (taken != null) {
        return Optional.of(eventOf(taken));
      }
      due = events.find(lte(DUE, Date.from(now))).sort(Sorts.ascending(DUE)).first();
    }
    return Optional.empty();
  }

  private Document take(Document due, Instant now) {
    return events.findOneAndUpdate(
        and(eq(ID, due.getString(ID)), lte(DUE, Date.from(now)), eq(TURNS, due.getInteger(TURNS))),
        combine(set(DUE, Date.from(now.plus(pauseAfter(due.getInteger(TURNS))))), inc(TURNS, 1)));
  }

  private static Duration pauseAfter(int turns) {
    Duration patient = Patience.after(turns);
    return patient.compareTo(Patience.LEASE) < 0 ? Patience.LEASE : patient;
  }

  @Override
  public void finish(String id) {
    events.updateOne(eq(ID, id), combine(set(STATE, DONE), unset(DUE)));
  }

  @Override
  public void forget(Instant cameBefore) {
    events.deleteMany(and(lt(CAME, Date.from(cameBefore)), eq(STATE, DONE)));
  }

  private static StripeEvent eventOf(Document document) {
    return new StripeEvent(
        document.getString(ID),
        StripeEvent.Type.valueOf(document.getString("type")),
        document.getString("intentId"),
        document.getString("paymentId"));
  }
}
