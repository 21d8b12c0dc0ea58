package dev.ticketing.platform.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import dev.ticketing.platform.aggregate.Duplicates;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.aggregate.ReservedId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The keys that the clients of one domain have used in the last 24 hours, with their answers. A key
 * is claimed before the work begins, together with the id of what the work will make. Should the
 * server die, the next request with this key takes the claim over when its lease is over, with the
 * same id: what was made before is found under it, and made if it was not. A request that was only
 * slow loses its lease too; both then work under one id, whose guarded writes let it be made once.
 */
public final class IdempotencyKeys {

  /** How long an answer is given again, and how long a key without one stays reserved. */
  public static final Duration KEPT_FOR = Duration.ofHours(24);

  /** A request that takes longer is taken for dead; see above for one that is not. */
  public static final Duration LEASE = Duration.ofSeconds(10);

  /** Where they are kept. */
  public static final String COLLECTION = "idempotency_keys";

  /** The field with the time from which on a key counts no more. */
  public static final String EXPIRES = "expiresAt";

  static final String ID = "_id";
  private static final String REQUEST = "request";
  private static final String RESOURCE = "resourceId";
  private static final String LEASED_BY = "lease";
  private static final String LEASED_UNTIL = "leasedUntil";
  private static final String STATUS = "status";
  private static final String LOCATION = "location";
  private static final String BODY = "body";
  private static final int FIRST_REFUSAL = 300;
  private static final int ATTEMPTS = 3;

  private final MongoCollection<Document> keys;
  private final Clock clock;

  public IdempotencyKeys(MongoCollection<Document> keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param request the request's fingerprint
   */
  Outcome claim(String userId, IdempotencyKey key, String request) {
    String id = Fingerprint.of(userId, key);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Outcome> outcome = tryToClaim(id, request);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new Outcome.InFlight();
  }

  /** Empty when the record changed while it was looked at. */
  private Optional<Outcome> tryToClaim(String id, String request) {
    Instant now = clock.instant();
    return insert(id, request, now)
        .or(() -> outcomeOf(keys.find(eq(ID, id)).first(), request, now));
  }

  private Optional<Outcome> outcomeOf(Document found, String request, Instant now) {
    if (found == null) {
      return Optional.empty();
    }
    if (!found.getDate(EXPIRES).toInstant().isAfter(now)) {
      keys.deleteOne(and(eq(ID, found.getString(ID)), eq(EXPIRES, found.getDate(EXPIRES))));
      return Optional.empty();
    }
    if (!found.getString(REQUEST).equals(request)) {
      return Optional.of(new Outcome.OtherRequest());
    }
    if (found.containsKey(STATUS)) {
      return Optional.of(new Outcome.Answered(answerOf(found)));
    }
    boolean leased = found.getDate(LEASED_UNTIL).toInstant().isAfter(now);
    return leased ? Optional.of(new Outcome.InFlight()) : takeOver(found, now);
  }

  private Optional<Outcome> insert(String id, String request, Instant now) {
    Claim claim = new Claim(id, Identifier.next(), ReservedId.fresh());
    Document fresh =
        new Document(ID, id)
            .append(REQUEST, request)
            .append(RESOURCE, claim.resourceId())
            .append(LEASED_BY, claim.lease())
            .append(LEASED_UNTIL, Date.from(now.plus(LEASE)))
            .append(EXPIRES, Date.from(now.plus(KEPT_FOR)));
    try {
      keys.insertOne(fresh);
      return Optional.of(claim);
    } catch (MongoException e) {
      if (!Duplicates.isCauseOf(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Optional<Outcome> takeOver(Document found, Instant now) {
    ReservedId reserved = new ReservedId(found.getString(RESOURCE), true);
    Claim claim = new Claim(found.getString(ID), Identifier.next(), reserved);
    Bson asFound =
        and(
            eq(ID, claim.record()),
            eq(LEASED_BY, found.getString(LEASED_BY)),
            eq(LEASED_UNTIL, found.getDate(LEASED_UNTIL)),
            exists(STATUS, false));
    Bson mine =
        combine(set(LEASED_BY, claim.lease()), set(LEASED_UNTIL, Date.from(now.plus(LEASE))));
    boolean taken = keys.updateOne(asFound, mine).getMatchedCount() == 1;
    return taken ? Optional.of(claim) : Optional.empty();
  }

  /**
   * Stores the answer. A success is the truth about the reserved id, whoever comes with it; a
   * refusal counts only from the request that has the lease.
   *
   * @return false when it is not the answer to this key: see {@link #stateOf}
   */
  boolean answer(Claim claim, StoredAnswer answer) {
    Bson mine = and(ofLease(claim), exists(STATUS, false));
    Bson refusedMeanwhile =
        and(
            eq(ID, claim.record()),
            eq(RESOURCE, claim.resourceId()),
            or(exists(STATUS, false), gte(STATUS, FIRST_REFUSAL)));
    Bson change =
        combine(
            set(STATUS, answer.status()),
            set(LOCATION, answer.location()),
            set(BODY, answer.body()),
            set(EXPIRES, Date.from(clock.instant().plus(KEPT_FOR))));
    Bson where = answer.isSuccess() ? refusedMeanwhile : mine;
    return keys.updateOne(where, change).getMatchedCount() == 1;
  }

  /** What the key's record says to the request of this claim, which lost it. */
  Outcome stateOf(Claim claim) {
    Document found = keys.find(eq(ID, claim.record())).first();
    boolean answered = found != null && found.containsKey(STATUS);
    return answered ? new Outcome.Answered(answerOf(found)) : new Outcome.InFlight();
  }

  /** Gives the claim up; the next request with this key goes on at once, under the same id. */
  void reopen(Claim claim) {
    keys.updateOne(
        and(ofLease(claim), exists(STATUS, false)), set(LEASED_UNTIL, Date.from(clock.instant())));
  }

  /** Nothing was done: the key is as if it had not been used. */
  void forget(Claim claim) {
    keys.deleteOne(and(ofLease(claim), exists(STATUS, false)));
  }

  private static Bson ofLease(Claim claim) {
    return and(eq(ID, claim.record()), eq(LEASED_BY, claim.lease()));
  }

  private static StoredAnswer answerOf(Document found) {
    return new StoredAnswer(
        found.getInteger(STATUS), found.getString(LOCATION), found.getString(BODY));
  }
}
