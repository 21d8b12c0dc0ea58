package dev.ticketing.auth.adapter.persistence;

import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.application.provider.SpentAttempts;
import dev.ticketing.platform.aggregate.Duplicates;
import dev.ticketing.platform.persistence.IndexesAtStartup.Index;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * One small document for each attempt that has come back, until the attempt would be over anyway.
 * Whoever adds one clears away those that are: there are never more than came in ten minutes.
 */
@ApplicationScoped
public class MongoSpentAttempts implements SpentAttempts {

  private static final String COLLECTION = "spentAttempts";
  private static final String EXPIRES = "expiresAt";

  /** The clocks of several servers may differ. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private MongoCollection<Document> spent;
  private Clock clock;

  /** For the container's proxy. */
  protected MongoSpentAttempts() {}

  @Inject
  public MongoSpentAttempts(AuthDomain domain, Clock clock) {
    this(domain.store().collection(COLLECTION), clock);
  }

  MongoSpentAttempts(MongoCollection<Document> spent, Clock clock) {
    this.spent = spent;
    this.clock = clock;
  }

  static Index index() {
    return Index.expiring(COLLECTION, EXPIRES);
  }

  @Override
  public boolean spend(String state, Instant expiresAt) {
    spent.deleteMany(lt(EXPIRES, Date.from(clock.instant())));
    try {
      spent.insertOne(
          new Document("_id", state).append(EXPIRES, Date.from(expiresAt.plus(MARGIN))));
      return true;
    } catch (MongoException e) {
      if (Duplicates.isCauseOf(e)) {
        return false;
      }
      throw e;
    }
  }
}
