package dev.ticketing.platform.limits;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.aggregate.Duplicates;
import dev.ticketing.platform.hash.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps one small document for each subject and window, until the window ends. To count is one
 * update that adds to the count while it is below the limit and makes the document where there is
 * none; when the limit is reached it finds nothing to change and cannot make a second one. So the
 * document store decides, for all servers, and a refusal writes nothing.
 */
public final class StoredRateLimits implements RateLimits {

  /** Where they are kept. */
  public static final String COLLECTION = "rate_limits";

  /** The field with the end of the window. */
  public static final String EXPIRES = "expiresAt";

  private static final String ID = "_id";
  private static final String COUNT = "count";

  private final MongoCollection<Document> counters;
  private final Clock clock;

  public StoredRateLimits(MongoCollection<Document> counters, Clock clock) {
    this.counters = counters;
    this.clock = clock;
  }

  @Override
  public Counted count(Limit limit, String subject) {
    Instant now = clock.instant();
    long window = limit.window().toMillis();
    long number = Math.floorDiv(now.toEpochMilli(), window);
    Instant end = Instant.ofEpochMilli((number + 1) * window);
    String id = idOf(limit.name(), subject, number);
    // two that come first at once: the one that lost makes its count in the other's document
    if (!add(id, limit.most(), end) && !add(id, limit.most(), end)) {
      throw Refusal.tooMany("Too many attempts; come again later", Duration.between(now, end));
    }
    return () -> takeBack(id);
  }

  /** Keeps no address and no e-mail. */
  private static String idOf(String limit, String subject, long window) {
    return Sha256.inBase64(limit + "\n" + window + "\n" + subject);
  }

  private boolean add(String id, int most, Instant end) {
    Bson belowLimit = and(eq(ID, id), lt(COUNT, most));
    Bson another = combine(inc(COUNT, 1), setOnInsert(EXPIRES, Date.from(end)));
    try {
      counters.updateOne(belowLimit, another, new UpdateOptions().upsert(true));
      return true;
    } catch (MongoException e) {
      if (!Duplicates.isCauseOf(e)) {
        throw e;
      }
      return false;
    }
  }

  private void takeBack(String id) {
    counters.updateOne(and(eq(ID, id), gt(COUNT, 0)), inc(COUNT, -1));
  }
}
