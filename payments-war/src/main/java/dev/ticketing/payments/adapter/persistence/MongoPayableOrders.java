package dev.ticketing.payments.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.payments.adapter.PaymentsDomain;
import dev.ticketing.payments.domain.OrderStatus;
import dev.ticketing.payments.domain.PayableOrder;
import dev.ticketing.payments.domain.PayableOrders;
import dev.ticketing.platform.aggregate.Duplicates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps the copies of orders as plain documents; each change is one guarded update. */
@ApplicationScoped
public class MongoPayableOrders implements PayableOrders {

  private static final String ORDERS = "orders";
  private static final String ID = "_id";
  private static final String VERSION = "version";
  private static final String STATUS = "status";
  private static final String EXPIRES = "expiresAt";
  private static final String ACTIVE = "activePaymentId";

  private MongoCollection<Document> orders;

  /** For the container's proxy. */
  protected MongoPayableOrders() {}

  @Inject
  public MongoPayableOrders(PaymentsDomain domain) {
    this(domain.store().collection(ORDERS));
  }

  MongoPayableOrders(MongoCollection<Document> orders) {
    this.orders = orders;
  }

  @Override
  public Optional<PayableOrder> find(String id) {
    return Optional.ofNullable(orders.find(eq(ID, id)).first()).map(MongoPayableOrders::orderOf);
  }

  /** An older version finds no document to change and cannot add a second one. */
  @Override
  public PayableOrder keep(OrderEvent event, long version) {
    OrderEvent.Order order = event.order();
    Bson older = and(eq(ID, order.id()), lt(VERSION, version));
    Bson news =
        combine(
            set(VERSION, version),
            set("userId", order.userId()),
            set("sellerId", order.sellerId()),
            set("ticketId", order.ticketId()),
            set("hold", order.hold()),
            set("amount", order.price().amount()),
            set("currency", order.price().currency()),
            set(EXPIRES, Date.from(order.expiresAt())),
            set(STATUS, OrderStatus.after(event).name()),
            set("paymentId", order.paymentId()));
    try {
      return orderOf(
          orders.findOneAndUpdate(
              older,
              news,
              new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
    } catch (MongoException e) {
      if (!Duplicates.isCauseOf(e)) {
        throw e;
      }
      return find(order.id()).orElseThrow();
    }
  }

  @Override
  public Optional<PayableOrder> claim(String orderId, String paymentId, Instant now) {
    Bson free =
        and(
            eq(ID, orderId),
            eq(STATUS, OrderStatus.CREATED.name()),
            gt(EXPIRES, Date.from(now)),
            in(ACTIVE, null, paymentId));
    return Optional.ofNullable(
            orders.findOneAndUpdate(
                free,
                set(ACTIVE, paymentId),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
        .map(MongoPayableOrders::orderOf);
  }

  @Override
  public void release(String orderId, String paymentId) {
    orders.updateOne(and(eq(ID, orderId), eq(ACTIVE, paymentId)), unset(ACTIVE));
  }

  private static PayableOrder orderOf(Document document) {
    return new PayableOrder(
        document.getString(ID),
        document.getLong(VERSION),
        document.getString("userId"),
        new Money(document.getLong("amount"), document.getString("currency")),
        document.getDate(EXPIRES).toInstant(),
        OrderStatus.valueOf(document.getString(STATUS)),
        document.getString("paymentId"),
        document.getString(ACTIVE));
  }
}
