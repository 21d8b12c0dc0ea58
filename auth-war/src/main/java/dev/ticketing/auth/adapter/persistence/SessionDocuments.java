package dev.ticketing.auth.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.application.SessionBook;
import dev.ticketing.auth.application.SessionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads sessions straight from their documents. */
@ApplicationScoped
public class SessionDocuments implements SessionBook {

  private MongoCollection<Document> sessions;
  private Clock clock;

  /** For the container's proxy. */
  protected SessionDocuments() {}

  @Inject
  public SessionDocuments(AuthDomain domain, Clock clock) {
    this.sessions = domain.store().collection(SessionFields.COLLECTION);
    this.clock = clock;
  }

  @Override
  public List<SessionView> of(String userId, int limit, String before) {
    Bson live =
        and(
            eq(SessionFields.USER, userId),
            eq(SessionFields.ENDED, null),
            gt(SessionFields.EXPIRES, Date.from(clock.instant())));
    return sessions
        .find(before == null ? live : and(live, lt(SessionFields.ID, before)))
        .sort(Sorts.descending(SessionFields.ID))
        .limit(limit)
        .map(SessionDocuments::viewOf)
        .into(new ArrayList<>());
  }

  private static SessionView viewOf(Document document) {
    return new SessionView(
        document.getString(SessionFields.ID),
        time(document, "createdAt"),
        time(document, "lastUsedAt"),
        time(document, SessionFields.EXPIRES),
        document.getString("userAgent"),
        document.getString("address"));
  }

  private static Instant time(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}
