package dev.ticketing.operations.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * Which acts an operator wants to see; null and an empty list stand for any.
 *
 * @param since an act's id begins with its time, so this is a range of ids
 */
record AuditQuery(String who, List<String> what, String subject, Instant since) {

  Bson filter() {
    List<Bson> conditions = new ArrayList<>();
    conditions.add(gte("_id", String.format("%08x", since.getEpochSecond())));
    if (who != null) {
      conditions.add(eq("who", who));
    }
    if (!what.isEmpty()) {
      conditions.add(in("what", what));
    }
    if (subject != null) {
      conditions.add(eq("subject", subject));
    }
    return and(conditions);
  }
}
