package dev.ticketing.orders.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.Projections;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.conversions.Bson;

/** Keeps orders through Hibernate OGM. */
@ApplicationScoped
public class OgmOrderRepository implements OrderRepository {

  static final String ORDERS = "orders";
  private static final String ID = "_id";

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
            Index.on(ORDERS, ascending("userId", ID)), Index.on(ORDERS, ascending("status", ID))),
        unfinished::run);
  }

  @Override
  public void add(Order order) {
    orders.add(order);
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
  public List<String> waiting(Instant from, Instant before) {
    return ids(
        and(
            eq("status", OrderStatus.CREATED.name()),
            gte("updatedAt", Date.from(from)),
            lt("updatedAt", Date.from(before))),
        new ArrayList<>());
  }

  @Override
  public Set<String> existing(Collection<String> ids) {
    return ids(in(ID, ids), new HashSet<>());
  }

  private <C extends Collection<String>> C ids(Bson condition, C target) {
    return store
        .collection(ORDERS)
        .find(condition)
        .projection(Projections.include(ID))
        .map(document -> document.getString(ID))
        .into(target);
  }
}
