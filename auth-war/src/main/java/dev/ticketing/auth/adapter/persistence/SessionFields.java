package dev.ticketing.auth.adapter.persistence;

/** The names by which the store knows sessions and what is looked for in them. */
final class SessionFields {

  static final String COLLECTION = "sessions";
  static final String ID = "_id";
  static final String USER = "userId";
  static final String ENDED = "endedAt";
  static final String EXPIRES = "expiresAt";
  static final String TOKENS_EXPIRE = "tokensExpireAt";

  private SessionFields() {}
}
