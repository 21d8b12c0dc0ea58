package dev.ticketing.platform.persistence;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import dev.ticketing.platform.aggregate.Duplicates;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.audit.Audit;
import dev.ticketing.platform.audit.AuditEntry;
import dev.ticketing.platform.audit.Deed;
import dev.ticketing.platform.audit.Fingerprint;
import dev.ticketing.platform.audit.RequestOrigin;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Keeps a domain's audit in a collection beside its aggregates. It only ever inserts; an entry that
 * is there already, from before a crash, stays as it is.
 */
public final class MongoAudit implements Audit {

  /** Where the entries are; their ids sort them by time. */
  public static final String COLLECTION = "audit";

  private static final int TIME_CHARACTERS = 8;

  private final MongoCollection<Document> entries;
  private final Clock clock;

  public MongoAudit(MongoCollection<Document> entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  @Override
  public void write(Deed deed) {
    Instant now = clock.instant();
    RequestOrigin request = RequestOrigin.ofThisThread();
    RequestOrigin origin = deed.userId() == null ? request : request.of(deed.userId());
    String id = deed.flood() ? minutely(deed, origin, now) : Identifier.next();
    add(
        List.of(
            new AuditEntry(
                id, now, deed.what(), deed.outcome(), origin, deed.subject(), deed.detail())));
  }

  /** Has the entries when it returns. */
  public void add(List<AuditEntry> added) {
    if (added.isEmpty()) {
      return;
    }
    try {
      entries.insertMany(
          added.stream().map(MongoAudit::documentOf).toList(),
          new InsertManyOptions().ordered(false));
    } catch (MongoException e) {
      if (!Duplicates.areTheOnlyCauseOf(e)) {
        throw e;
      }
    }
  }

  /** The same id for all that are alike within a minute. */
  private static String minutely(Deed deed, RequestOrigin origin, Instant now) {
    String minute =
        Identifier.firstAt(now.truncatedTo(ChronoUnit.MINUTES)).substring(0, TIME_CHARACTERS);
    return minute + Fingerprint.of(deed.what() + "|" + origin.address() + "|" + origin.who());
  }

  private static Document documentOf(AuditEntry entry) {
    return new Document("_id", entry.id())
        .append("at", Date.from(entry.at()))
        .append("what", entry.what())
        .append("outcome", entry.outcome().name())
        .append("who", entry.origin().who())
        .append("address", entry.origin().address())
        .append("agent", entry.origin().agent())
        .append("subject", entry.subject())
        .append("detail", entry.detail());
  }
}
