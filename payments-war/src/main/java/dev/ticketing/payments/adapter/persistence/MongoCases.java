package dev.ticketing.payments.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.ticketing.payments.adapter.PaymentsDomain;
import dev.ticketing.payments.domain.Case;
import dev.ticketing.payments.domain.Cases;
import dev.ticketing.platform.aggregate.Duplicates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * Keeps cases as plain documents, which the operators' command lists: {@code _id} (kind and
 * PaymentIntent), {@code kind}, {@code intentId}, {@code paymentId}, {@code orderId}, {@code seen},
 * {@code firstSeenAt}, {@code lastSeenAt}, and {@code doneAt} once somebody has dealt with it.
 */
@ApplicationScoped
public class MongoCases implements Cases {

  private static final String CASES = "cases";
  private static final String ID = "_id";
  private static final String SEEN = "seen";
  private static final String LAST = "lastSeenAt";

  private MongoCollection<Document> cases;

  /** For the container's proxy. */
  protected MongoCases() {}

  @Inject
  public MongoCases(PaymentsDomain domain) {
    this(domain.store().collection(CASES));
  }

  MongoCases(MongoCollection<Document> cases) {
    this.cases = cases;
  }

  @Override
  public boolean keep(Case found, Instant now) {
    String id = found.kind() + "-" + found.intentId();
    Date time = Date.from(now);
    boolean known =
        cases.updateOne(and(eq(ID, id), eq(SEEN, found.seen())), set(LAST, time)).getMatchedCount()
            > 0;
    return !known && write(id, found, time);
  }

  /** Whoever finds the same at the same moment has written it first. */
  private boolean write(String id, Case found, Date time) {
    try {
      cases.updateOne(
          and(eq(ID, id), ne(SEEN, found.seen())),
          combine(
              set(SEEN, found.seen()),
              set(LAST, time),
              unset("doneAt"),
              setOnInsert("kind", found.kind().name()),
              setOnInsert("intentId", found.intentId()),
              setOnInsert("paymentId", found.paymentId()),
              setOnInsert("orderId", found.orderId()),
              setOnInsert("firstSeenAt", time)),
          new UpdateOptions().upsert(true));
      return true;
    } catch (MongoException e) {
      if (Duplicates.isCauseOf(e)) {
        return false;
      }
      throw e;
    }
  }
}
