package dev.ticketing.auth.adapter.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.domain.Session;
import dev.ticketing.auth.domain.SessionRepository;
import dev.ticketing.platform.aggregate.AggregateStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;

/** Keeps sessions through Hibernate OGM, and finds them by whose they are and when they ended. */
@ApplicationScoped
public class OgmSessionRepository implements SessionRepository {

  private AggregateStore<Session> sessions;
  private MongoCollection<Document> documents;

  /** For the container's proxy. */
  protected OgmSessionRepository() {}

  @Inject
  public OgmSessionRepository(AuthDomain domain) {
    this.sessions = domain.store().aggregates(Session.class);
    this.documents = domain.store().expiring(SessionFields.COLLECTION, SessionFields.EXPIRES);
  }

  /** Having been created is all it takes; a proxy does not do that before its first call. */
  void begin() {}

  @Override
  public void add(Session session) {
    sessions.add(session);
  }

  @Override
  public Optional<Session> find(String id) {
    return sessions.find(id);
  }

  @Override
  public Optional<Session> change(String id, Consumer<Session> change) {
    return sessions.change(id, change);
  }

  @Override
  public List<String> unendedOf(String userId, String exceptId, int limit) {
    return documents
        .find(
            and(
                eq(SessionFields.USER, userId),
                eq(SessionFields.ENDED, null),
                ne(SessionFields.ID, exceptId)))
        .projection(Projections.include(SessionFields.ID))
        .limit(limit)
        .map(document -> document.getString(SessionFields.ID))
        .into(new ArrayList<>());
  }

  @Override
  public Map<String, Instant> endedWithTokensAt(Instant time) {
    Map<String, Instant> found = new HashMap<>();
    documents
        .find(gte(SessionFields.TOKENS_EXPIRE, Date.from(time)))
        .projection(Projections.include(SessionFields.TOKENS_EXPIRE))
        .forEach(
            document ->
                found.put(
                    document.getString(SessionFields.ID),
                    document.getDate(SessionFields.TOKENS_EXPIRE).toInstant()));
    return found;
  }
}
