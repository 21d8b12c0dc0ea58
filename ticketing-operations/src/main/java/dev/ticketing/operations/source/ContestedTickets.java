package dev.ticketing.operations.source;

import static com.mongodb.client.model.Accumulators.push;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The tickets that several live or complete orders name. The store does the grouping, so that only
 * what is contested is read: {@code {_id: ticket, orders: [{id, status}]}}.
 */
public final class ContestedTickets implements Source {

  private static final Bson CLAIMS = in("status", "CREATED", "AWAITING_PAYMENT", "COMPLETE");

  private final MongoCollection<Document> orders;

  public ContestedTickets(MongoCollection<Document> orders) {
    this.orders = orders;
  }

  @Override
  public void scan(Consumer<List<Document>> reader) {
    Batches.read(contested(CLAIMS), reader);
  }

  @Override
  public List<Document> withIds(Collection<String> ids) {
    return contested(and(CLAIMS, in("ticketId", ids))).into(new ArrayList<>());
  }

  private AggregateIterable<Document> contested(Bson claims) {
    return orders
        .aggregate(
            List.of(
                match(claims),
                group(
                    "$ticketId",
                    sum("count", 1),
                    push("orders", new Document("id", "$_id").append("status", "$status"))),
                match(gt("count", 1))))
        .allowDiskUse(true);
  }
}
