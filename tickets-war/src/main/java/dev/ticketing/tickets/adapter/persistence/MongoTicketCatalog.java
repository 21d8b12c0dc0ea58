package dev.ticketing.tickets.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.ticketing.contracts.Money;
import dev.ticketing.tickets.adapter.TicketsDomain;
import dev.ticketing.tickets.application.TicketCatalog;
import dev.ticketing.tickets.application.TicketView;
import dev.ticketing.tickets.domain.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads tickets straight from their documents: a list needs no entities. */
@ApplicationScoped
public class MongoTicketCatalog implements TicketCatalog {

  private static final String ID = "_id";

  private record Sorting(String field, boolean ascending) {}

  private MongoCollection<Document> tickets;

  /** For the container's proxy. */
  protected MongoTicketCatalog() {}

  @Inject
  public MongoTicketCatalog(TicketsDomain domain) {
    this(domain.store().collection("tickets"));
  }

  MongoTicketCatalog(MongoCollection<Document> tickets) {
    this.tickets = tickets;
  }

  @Override
  public Optional<TicketView> find(String id) {
    return Optional.ofNullable(tickets.find(eq(ID, id)).first())
        .map(MongoTicketCatalog::viewOf)
        .filter(view -> !view.status().equals(TicketView.nameOf(TicketStatus.WITHDRAWN)));
  }

  @Override
  public Result list(Query query) {
    Sorting sorting = sortingOf(query.order());
    List<Document> found =
        tickets
            .find(and(conditions(query, sorting)))
            .sort(
                sorting.ascending()
                    ? Sorts.ascending(sorting.field(), ID)
                    : Sorts.descending(sorting.field(), ID))
            .limit(query.limit() + 1)
            .batchSize(query.limit() + 1)
            .into(new ArrayList<>(query.limit() + 1));
    boolean more = found.size() > query.limit();
    List<Document> page = more ? found.subList(0, query.limit()) : found;
    return new Result(
        page.stream().map(MongoTicketCatalog::viewOf).toList(),
        more ? cursorAt(page.get(page.size() - 1), sorting) : null);
  }

  private static Sorting sortingOf(Order order) {
    return switch (order) {
      case NEWEST -> new Sorting(ID, false);
      case OLDEST -> new Sorting(ID, true);
      case CHEAPEST -> new Sorting("price", true);
      case DEAREST -> new Sorting("price", false);
      case SOONEST -> new Sorting("date", true);
    };
  }

  private static List<Bson> conditions(Query query, Sorting sorting) {
    List<Bson> conditions = new ArrayList<>();
    conditions.add(
        query.status() == null
            ? ne("status", TicketStatus.WITHDRAWN.name())
            : eq("status", query.status().name()));
    if (query.text() != null) {
      Pattern text = Pattern.compile(Pattern.quote(query.text()), Pattern.CASE_INSENSITIVE);
      conditions.add(or(regex("title", text), regex("venue", text)));
    }
    if (query.order() == Order.SOONEST) {
      conditions.add(gt("date", new Date(0)));
    }
    if (query.cursor() != null) {
      conditions.add(after(query.cursor(), sorting));
    }
    return conditions;
  }

  private static Bson after(Cursor cursor, Sorting sorting) {
    if (sorting.field().equals(ID)) {
      return sorting.ascending() ? gt(ID, cursor.id()) : lt(ID, cursor.id());
    }
    Object value = sorting.field().equals("date") ? new Date(cursor.value()) : cursor.value();
    return sorting.ascending()
        ? and(gte(sorting.field(), value), or(gt(sorting.field(), value), gt(ID, cursor.id())))
        : and(lte(sorting.field(), value), or(lt(sorting.field(), value), lt(ID, cursor.id())));
  }

  private static Cursor cursorAt(Document last, Sorting sorting) {
    Object value = last.get(sorting.field());
    long number =
        value instanceof Date date ? date.getTime() : value instanceof Number n ? n.longValue() : 0;
    return new Cursor(number, last.getString(ID));
  }

  private static TicketView viewOf(Document document) {
    Money price = new Money(document.getLong("price"), document.getString("currency"));
    return new TicketView(
        document.getString(ID),
        document.getString("title"),
        document.getString("description"),
        document.getString("venue"),
        instant(document, "date"),
        price.toDecimal(),
        price.currency(),
        document.getString("userId"),
        TicketView.nameOf(TicketStatus.valueOf(document.getString("status"))),
        document.getString("orderId"),
        document.getLong("version"),
        instant(document, "createdAt"),
        instant(document, "updatedAt"));
  }

  private static Instant instant(Document document, String field) {
    Date date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
