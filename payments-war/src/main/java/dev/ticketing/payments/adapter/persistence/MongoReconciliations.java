package dev.ticketing.payments.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.ticketing.payments.adapter.PaymentsDomain;
import dev.ticketing.payments.application.Reconciliations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** One document that knows how far Stripe's books were gone through. */
@ApplicationScoped
public class MongoReconciliations implements Reconciliations {

  private static final String COLLECTION = "reconciliations";
  private static final String ID = "_id";
  private static final String STRIPE = "stripe";
  private static final String BEGUN = "begunAt";

  private MongoCollection<Document> documents;

  /** For the container's proxy. */
  protected MongoReconciliations() {}

  @Inject
  public MongoReconciliations(PaymentsDomain domain) {
    this(domain.store().collection(COLLECTION));
  }

  MongoReconciliations(MongoCollection<Document> documents) {
    this.documents = documents;
  }

  @Override
  public Optional<Instant> last() {
    return Optional.ofNullable(documents.find(eq(ID, STRIPE)).first())
        .map(document -> document.getDate(BEGUN).toInstant());
  }

  @Override
  public void add(Instant begun) {
    documents.updateOne(
        eq(ID, STRIPE), max(BEGUN, Date.from(begun)), new UpdateOptions().upsert(true));
  }
}
