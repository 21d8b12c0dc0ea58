package dev.ticketing.auth.domain;

import dev.ticketing.contracts.event.SessionEnded;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.InstantConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A user's being signed in on one device, from a sign-in to its end. Its refresh token is good
 * once: renewing the session replaces it, in the same write that uses it up. Who comes with a spent
 * one has stolen it, or was stolen from, and the session ends for both.
 */
@Entity
@Table(name = "sessions")
public class Session extends Aggregate {

  /** What has become of an attempt to renew a session. */
  public enum Renewal {
    RENEWED,
    /** The token was spent before; the session has ended now. */
    REUSED,
    /** The session is over, or the token never was one of it. */
    REFUSED
  }

  /** An ended session can be looked into for so long. */
  private static final Duration KEPT = Duration.ofDays(1);

  private String userId;
  private String userAgent;
  private String address;
  private String familyHash;
  private String tokenHash;

  @Convert(converter = InstantConverter.class)
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  private Instant lastUsedAt;

  @Convert(converter = InstantConverter.class)
  private Instant expiresAt;

  @Convert(converter = InstantConverter.class)
  private Instant endedAt;

  @Enumerated(EnumType.STRING)
  private EndReason endReason;

  @Convert(converter = InstantConverter.class)
  private Instant tokensExpireAt;

  /** For the persistence provider. */
  protected Session() {}

  private Session(String id) {
    super(id);
  }

  /**
   * @param token the first, which names the session
   */
  public static Session begin(
      RefreshToken token, String userId, RequestFacts facts, SessionRules rules, Instant now) {
    Session session = new Session(token.sessionId());
    session.userId = userId;
    session.userAgent = facts.userAgent();
    session.address = facts.address();
    session.createdAt = now;
    session.familyHash = token.familyHash();
    session.take(token, rules, now);
    session.noteBy(userId, "SignIn", now);
    return session;
  }

  /**
   * @param next takes the place of the token at hand
   * @param tokensExpireAt when the session's access tokens will all have expired, should it end now
   */
  public Renewal renew(
      RefreshToken token,
      RefreshToken next,
      SessionRules rules,
      Instant now,
      Instant tokensExpireAt) {
    if (!isLive(now) || !isOfThis(token)) {
      return Renewal.REFUSED;
    }
    if (!RefreshToken.same(tokenHash, token.hash())) {
      end(EndReason.TOKEN_REUSED, now, tokensExpireAt);
      return Renewal.REUSED;
    }
    take(next, rules, now);
    return Renewal.RENEWED;
  }

  private void take(RefreshToken token, SessionRules rules, Instant now) {
    tokenHash = token.hash();
    lastUsedAt = now;
    expiresAt = rules.expiry(createdAt, now);
  }

  /**
   * Ends it unless it has ended.
   *
   * @param tokensExpireAt when its access tokens will all have expired by themselves
   * @return whether it was this that ended it
   */
  public boolean end(EndReason reason, Instant now, Instant tokensExpireAt) {
    if (endedAt != null) {
      return false;
    }
    endedAt = now;
    endReason = reason;
    this.tokensExpireAt = tokensExpireAt;
    Instant kept = now.plus(KEPT);
    expiresAt = kept.isAfter(tokensExpireAt) ? kept : tokensExpireAt;
    tell(
        new SessionEnded(new SessionEnded.Session(id(), userId, reason.name(), tokensExpireAt)),
        now);
    return true;
  }

  @Override
  protected String auditDetail() {
    return endReason == null ? "user " + userId : "user " + userId + ", " + endReason;
  }

  /** Whether the token was made for this session, be it spent or not. */
  public boolean isOfThis(RefreshToken token) {
    return RefreshToken.same(familyHash, token.familyHash());
  }

  public boolean isLive(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  public String userId() {
    return userId;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }

  /** When it ends by itself; of an ended one, when it is forgotten. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Null while it has not ended. */
  public Instant endedAt() {
    return endedAt;
  }

  public EndReason endReason() {
    return endReason;
  }

  /** When the last access token expires of a session that has ended; null before. */
  public Instant tokensExpireAt() {
    return tokensExpireAt;
  }
}
