package dev.ticketing.payments.adapter.persistence;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.ticketing.payments.adapter.PaymentsDomain;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import dev.ticketing.platform.aggregate.AggregateStore;
import dev.ticketing.platform.persistence.DomainStore;
import dev.ticketing.platform.persistence.IndexesAtStartup.Index;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityExistsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps payments through Hibernate OGM. */
@ApplicationScoped
public class OgmPaymentRepository implements PaymentRepository {

  static final String PAYMENTS = "payments";
  private static final String ID = "_id";
  private static final String NEXT_TRY = "nextTryAt";

  private DomainStore store;
  private AggregateStore<Payment> payments;

  /** For the container's proxy. */
  protected OgmPaymentRepository() {}

  @Inject
  public OgmPaymentRepository(PaymentsDomain domain) {
    this.store = domain.store();
    this.payments = domain.store().aggregates(Payment.class);
  }

  void beginWithTheApplication(@Observes Startup event) {
    store.makeIndexes(
        List.of(
            Index.on(PAYMENTS, ascending("userId", ID)),
            Index.on(PAYMENTS, ascending("orderId", ID)),
            Index.on(PAYMENTS, ascending(NEXT_TRY)),
            Index.on(MongoStripeEvents.EVENTS, ascending(MongoStripeEvents.DUE)),
            Index.on(MongoStripeEvents.EVENTS, ascending(MongoStripeEvents.CAME))));
  }

  @Override
  public boolean add(Payment payment) {
    try {
      payments.add(payment);
      return true;
    } catch (EntityExistsException e) {
      return false;
    }
  }

  @Override
  public Optional<Payment> find(String id) {
    return payments.find(id);
  }

  @Override
  public Optional<Payment> change(String id, Consumer<Payment> change) {
    return payments.change(id, change);
  }

  @Override
  public List<String> dueAt(Instant now, int limit) {
    return store
        .collection(PAYMENTS)
        .find(lte(NEXT_TRY, Date.from(now)))
        .sort(Sorts.ascending(NEXT_TRY))
        .projection(Projections.include(ID))
        .limit(limit)
        .map(document -> document.getString(ID))
        .into(new ArrayList<>());
  }
}
