package dev.ticketing.expiration.adapter.persistence;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.ticketing.expiration.adapter.ExpirationDomain;
import dev.ticketing.expiration.application.Alarm;
import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.expiration.domain.ReservationRepository;
import dev.ticketing.platform.aggregate.AggregateBatches;
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
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps reservations through Hibernate OGM; a reservation that is not due has no due date. */
@ApplicationScoped
public class OgmReservationRepository implements ReservationRepository {

  private static final String RESERVATIONS = "reservations";
  private static final String DUE = "dueAt";

  private DomainStore store;
  private AggregateStore<Reservation> reservations;
  private AggregateBatches<Reservation> batches;

  /** For the container's proxy. */
  protected OgmReservationRepository() {}

  @Inject
  public OgmReservationRepository(ExpirationDomain domain) {
    this.store = domain.store();
    this.reservations = domain.store().aggregates(Reservation.class);
    this.batches = domain.store().batches(Reservation.class);
  }

  void beginWithTheApplication(@Observes Startup event, Alarm alarm) {
    store.makeIndexes(
        List.of(Index.on(RESERVATIONS, ascending(DUE))),
        () -> nextDueAfter(Instant.EPOCH).ifPresent(alarm::setFor));
  }

  @Override
  public boolean add(Reservation reservation) {
    try {
      reservations.add(reservation);
      return true;
    } catch (EntityExistsException e) {
      return false;
    }
  }

  @Override
  public Optional<Reservation> find(String orderId) {
    return reservations.find(orderId);
  }

  @Override
  public Optional<Reservation> change(String orderId, Consumer<Reservation> change) {
    return reservations.change(orderId, change);
  }

  @Override
  public Batch expire(Instant time, int skip, int limit) {
    List<String> due =
        earliest(lte(DUE, Date.from(time)), limit)
            .skip(skip)
            .map(document -> document.getString("_id"))
            .into(new ArrayList<>(limit));
    int unreadable =
        batches.change(due, reservation -> reservation.expireIfDue(time), unset(DUE)).unreadable();
    return new Batch(due.size(), unreadable);
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant time) {
    return Optional.ofNullable(earliest(gt(DUE, Date.from(time)), 1).first())
        .map(document -> document.getDate(DUE).toInstant());
  }

  private FindIterable<Document> earliest(Bson condition, int limit) {
    return store
        .collection(RESERVATIONS)
        .find(condition)
        .projection(Projections.include(DUE))
        .sort(Sorts.ascending(DUE))
        .limit(limit);
  }
}
