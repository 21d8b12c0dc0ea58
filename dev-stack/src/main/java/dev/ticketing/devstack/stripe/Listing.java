package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import dev.ticketing.devstack.stripe.store.RecordStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists records as Stripe does: newest first, in pages between cursors, filtered by creation. */
final class Listing implements Function<Call, Answer> {
  static final Set<String> PARAMS =
      Set.of(
          "limit",
          "starting_after",
          "ending_before",
          "created",
          "created[gt]",
          "created[gte]",
          "created[lt]",
          "created[lte]");

  private final Kind kind;
  private final String path;
  private final String groupParam;

  Listing(Kind kind, String path, String groupParam) {
    this.kind = kind;
    this.path = path;
    this.groupParam = groupParam;
  }

  @Override
  public Answer apply(Call call) {
    Params params = call.params();
    Long asked = params.integer("limit");
    long limit = asked == null ? 10 : asked;
    if (limit < 1 || limit > 100) {
      throw ApiError.parameter(
          "parameter_invalid_integer", "limit", "Invalid limit: must be between 1 and 100.");
    }
    RecordStore store = call.changes().store();
    boolean backwards = params.has("ending_before");
    List<ObjectNode> found = new ArrayList<>(page(store, params, backwards, limit + 1));
    boolean more = found.size() > limit;
    if (more) {
      found.remove(found.size() - 1);
    }
    if (backwards) {
      Collections.reverse(found);
    }
    ObjectNode body = Json.object();
    body.put("object", "list");
    ArrayNode data = body.putArray("data");
    for (ObjectNode record : found) {
      data.add(kind == Kind.EVENT ? Events.current(store, record) : Json.published(record));
    }
    body.put("has_more", more);
    body.put("url", path);
    return Answer.ok(body);
  }

  private List<ObjectNode> page(RecordStore store, Params params, boolean backwards, long size) {
    String group = groupParam == null ? null : params.text(groupParam);
    Stream<ObjectNode> records;
    if (backwards) {
      records = store.youngerThan(kind, cursor(store, params, "ending_before"), group);
    } else if (params.has("starting_after")) {
      records = store.olderThan(kind, cursor(store, params, "starting_after"), group);
    } else {
      records = store.newestFirst(kind, group);
    }
    String charge = kind == Kind.REFUND ? params.text("charge") : null;
    return records
        .filter(created(params))
        .filter(record -> charge == null || charge.equals(Json.text(record, "charge")))
        .limit(size)
        .toList();
  }

  private String cursor(RecordStore store, Params params, String name) {
    String id = params.text(name);
    if (!store.contains(kind, id)) {
      throw ApiError.missing(400, name, kind.object(), id);
    }
    return id;
  }

  private static Predicate<ObjectNode> created(Params params) {
    Long at = params.integer("created");
    Long above = params.integer("created[gt]");
    Long from = params.integer("created[gte]");
    Long below = params.integer("created[lt]");
    Long to = params.integer("created[lte]");
    return record -> {
      long created = record.path("created").longValue();
      return (at == null || created == at)
          && (above == null || created > above)
          && (from == null || created >= from)
          && (below == null || created < below)
          && (to == null || created <= to);
    };
  }
}
