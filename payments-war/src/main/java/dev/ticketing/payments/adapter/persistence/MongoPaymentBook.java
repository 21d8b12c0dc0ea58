package dev.ticketing.payments.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.ticketing.contracts.Money;
import dev.ticketing.payments.adapter.PaymentsDomain;
import dev.ticketing.payments.application.PaymentBook;
import dev.ticketing.payments.application.PaymentView;
import dev.ticketing.payments.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads payments straight from their documents. */
@ApplicationScoped
public class MongoPaymentBook implements PaymentBook {

  private static final String ID = "_id";

  private MongoCollection<Document> payments;

  /** For the container's proxy. */
  protected MongoPaymentBook() {}

  @Inject
  public MongoPaymentBook(PaymentsDomain domain) {
    this(domain.store().collection(OgmPaymentRepository.PAYMENTS));
  }

  MongoPaymentBook(MongoCollection<Document> payments) {
    this.payments = payments;
  }

  @Override
  public List<PaymentView> paidBy(
      Optional<String> buyerId, String orderId, int limit, String before) {
    List<Bson> conditions = new ArrayList<>();
    buyerId.ifPresent(buyer -> conditions.add(eq("userId", buyer)));
    if (orderId != null) {
      conditions.add(eq("orderId", orderId));
    }
    if (before != null) {
      conditions.add(lt(ID, before));
    }
    return payments
        .find(and(conditions))
        .sort(Sorts.descending(ID))
        .limit(limit)
        .batchSize(limit)
        .map(MongoPaymentBook::viewOf)
        .into(new ArrayList<>(limit));
  }

  private static PaymentView viewOf(Document document) {
    Money amount = new Money(document.getLong("amount"), document.getString("currency"));
    return new PaymentView(
        document.getString(ID),
        document.getString("orderId"),
        PaymentStatus.valueOf(document.getString("status")).publicName(),
        amount.toDecimal(),
        amount.currency(),
        document.getString("stripeId"),
        document.getString("failure"),
        document.getDate("createdAt").toInstant());
  }
}
