package dev.ticketing.auth.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.application.SessionGraveyard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** One small document for each ended session, until its tokens have expired. */
@ApplicationScoped
public class MongoSessionGraveyard implements SessionGraveyard {

  static final String COLLECTION = "endedSessions";
  static final String EXPIRES = "expiresAt";

  private static final String ID = "_id";

  private MongoCollection<Document> graves;

  /** For the container's proxy. */
  protected MongoSessionGraveyard() {}

  @Inject
  public MongoSessionGraveyard(AuthDomain domain) {
    this.graves = domain.store().collection(COLLECTION);
  }

  @Override
  public void bury(String sessionId, Instant tokensExpireAt) {
    graves.replaceOne(
        eq(ID, sessionId),
        new Document(ID, sessionId).append(EXPIRES, Date.from(tokensExpireAt)),
        new ReplaceOptions().upsert(true));
  }

  @Override
  public Map<String, Instant> unexpiredAt(Instant time) {
    Map<String, Instant> found = new HashMap<>();
    for (Document grave : graves.find(gte(EXPIRES, Date.from(time)))) {
      found.put(grave.getString(ID), grave.getDate(EXPIRES).toInstant());
    }
    return found;
  }

  @Override
  public void forgetBefore(Instant time) {
    graves.deleteMany(lt(EXPIRES, Date.from(time)));
  }
}
