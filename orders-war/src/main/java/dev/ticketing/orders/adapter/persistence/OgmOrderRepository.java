package dev.ticketing.orders.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.ticketing.orders.adapter.OrdersDomain;
import dev.ticketing.orders.application.FinishInterruptedOrders;
import dev.ticketing.orders.domain.Order;
import dev.ticketing.orders.domain.OrderRepository;
import dev.ticketing.orders.domain.OrderStatus;
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
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps orders through Hibernate OGM. */
@ApplicationScoped
public class OgmOrderRepository implements OrderRepository {

  static final String ORDERS = "orders";
  private static final String ID = "_id";
  private static final String TICKET = "ticketId";

  private DomainStore store;
  private AggregateStore<Order> orders;

  /** For the container's proxy. */
  protected OgmOrderRepository() {}

  @Inject
  public OgmOrderRepository(OrdersDomain domain) {
    this.store = domain.store();
    this.orders = domain.store().aggregates(Order.class);
  }

  void beginWithTheApplication(@Observes Startup event, FinishInterruptedOrders unfinished) {
    store.makeIndexes(
        List.of(
            Index.on(ORDERS, ascending("userId", "_id")),
            Index.on(ORDERS, ascending("status", "_id")),
            Index.sparse(LockFields.COLLECTION, ascending(LockFields.HOLDER))),
        unfinished::run);
  }

  @Override
  public boolean add(Order order) {
    try {
      orders.add(order);
      return true;
    } catch (EntityExistsException e) {
      return false;
    }
  }

  @Override
  public Optional<Order> find(String id) {
    return orders.find(id);
  }

  @Override
  public Optional<Order> change(String id, Consumer<Order> change) {
    return orders.change(id, change);
  }

  @Override
  public List<Waiting> waitingSince(Instant time, String after, int limit) {
    return store
        .collection(ORDERS)
        .find(
            and(
                eq("status", OrderStatus.CREATED.name()),
                gt(ID, after),
                lt("updatedAt", Date.from(time))))
        .sort(Sorts.ascending(ID))
        .limit(limit)
        .projection(Projections.include(TICKET))
        .map(document -> new Waiting(document.getString(ID), document.getString(TICKET)))
        .into(new ArrayList<>(limit));
  }

  @Override
  public Set<String> existing(Collection<String> ids) {
    return store
        .collection(ORDERS)
        .find(in("_id", ids))
        .projection(Projections.include("_id"))
        .map(document -> document.getString("_id"))
        .into(new HashSet<>());
  }
}
