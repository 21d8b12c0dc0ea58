package dev.ticketing.operations.payments;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The cases that the payments domain keeps; one that is dealt with stays, with its time. */
final class PaymentCases {

  private static final String DONE = "doneAt";

  private final MongoCollection<Document> cases;

  private PaymentCases(MongoCollection<Document> cases) {
    this.cases = cases;
  }

  static PaymentCases in(MongoClient store) {
    return new PaymentCases(store.getDatabase("payments").getCollection("cases"));
  }

  /** The oldest first. */
  List<Document> open() {
    return cases
        .find(exists(DONE, false))
        .sort(Sorts.ascending("firstSeenAt"))
        .into(new ArrayList<>());
  }

  /**
   * @return whether there was such a case to deal with
   */
  boolean finish(String id, Instant now) {
    return cases
            .updateOne(and(eq("_id", id), exists(DONE, false)), set(DONE, Date.from(now)))
            .getModifiedCount()
        == 1;
  }
}
