package dev.ticketing.orders.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.orders.adapter.OrdersDomain;
import dev.ticketing.orders.domain.Listings;
import dev.ticketing.orders.domain.TicketLock;
import dev.ticketing.platform.aggregate.Duplicates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps each listing in the document of its lock, without ever touching the lock. */
@ApplicationScoped
public class MongoListings implements Listings {

  private MongoCollection<Document> listings;

  /** For the container's proxy. */
  protected MongoListings() {}

  @Inject
  public MongoListings(OrdersDomain domain) {
    this(domain.store().collection(LockFields.COLLECTION));
  }

  MongoListings(MongoCollection<Document> listings) {
    this.listings = listings;
  }

  @Override
  public void keep(TicketEvent.Ticket ticket, long version) {
    write(ticket, version, false);
  }

  @Override
  public void withdraw(TicketEvent.Ticket ticket, long version) {
    write(ticket, version, true);
  }

  /** An older version finds no document to change and cannot add a second one. */
  private void write(TicketEvent.Ticket ticket, long version, boolean withdrawn) {
    Bson older = and(eq(LockFields.ID, ticket.id()), lt(LockFields.VERSION, version));
    Bson news =
        combine(
            set(LockFields.VERSION, version),
            set(LockFields.TITLE, ticket.title()),
            set(LockFields.SELLER, ticket.userId()),
            set(LockFields.PRICE, ticket.price().amount()),
            set(LockFields.CURRENCY, ticket.price().currency()),
            set(LockFields.WITHDRAWN, withdrawn),
            setOnInsert(LockFields.STATE, TicketLock.State.FREE.name()),
            setOnInsert(LockFields.HOLD, 0L));
    try {
      listings.updateOne(older, news, new UpdateOptions().upsert(true));
    } catch (MongoException e) {
      if (!Duplicates.isCauseOf(e)) {
        throw e;
      }
    }
  }
}
