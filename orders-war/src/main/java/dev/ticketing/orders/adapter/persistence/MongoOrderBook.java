package dev.ticketing.orders.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.ticketing.contracts.Money;
import dev.ticketing.orders.adapter.OrdersDomain;
import dev.ticketing.orders.application.OrderBook;
import dev.ticketing.orders.application.OrderView;
import dev.ticketing.orders.domain.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads orders straight from their documents. */
@ApplicationScoped
public class MongoOrderBook implements OrderBook {

  private static final String ID = "_id";

  private MongoCollection<Document> orders;

  /** For the container's proxy. */
  protected MongoOrderBook() {}

  @Inject
  public MongoOrderBook(OrdersDomain domain) {
    this.orders = domain.store().collection(OgmOrderRepository.ORDERS);
  }

  @Override
  public Optional<OrderView> find(String id) {
    return Optional.ofNullable(orders.find(eq(ID, id)).first()).map(MongoOrderBook::viewOf);
  }

  @Override
  public List<OrderView> placedBy(String buyerId, int limit, String before) {
    Bson mine = eq("userId", buyerId);
    return orders
        .find(before == null ? mine : and(mine, lt(ID, before)))
        .sort(Sorts.descending(ID))
        .limit(limit)
        .batchSize(limit)
        .map(MongoOrderBook::viewOf)
        .into(new ArrayList<>(limit));
  }

  private static OrderView viewOf(Document document) {
    String currency = document.getString("currency");
    BigDecimal price = new Money(document.getLong("price"), currency).toDecimal();
    return new OrderView(
        document.getString(ID),
        document.getString("userId"),
        OrderStatus.valueOf(document.getString("status")).publicName(),
        document.getDate("expiresAt").toInstant(),
        price,
        currency,
        new OrderView.OrderedTicket(
            document.getString("ticketId"), document.getString("ticketTitle"), price),
        document.getLong("version"),
        document.getDate("createdAt").toInstant());
  }
}
