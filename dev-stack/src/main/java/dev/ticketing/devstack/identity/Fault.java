package dev.ticketing.devstack.identity;

/** What the provider can be told to do wrong. */
public enum Fault {
  /** The person does not agree. */
  DENIES,
  WRONG_NONCE,
  NO_NONCE,
  WRONG_AUDIENCE,
  WRONG_ISSUER,
  /** Signed by a key that has the right name, but is not the provider's. */
  FOREIGN_KEY,
  UNSIGNED,
  /** Signed by the client's secret, which the client knows, too. */
  SIGNED_BY_SECRET,
  /** Expired eleven seconds ago. */
  EXPIRED,
  NUMERIC_SUBJECT,
  /** Its tokens cannot be had. */
  OUT_OF_ORDER,
  /** Asked for a token, it never answers. */
  SILENT,
  /** Asked for a token, it answers without end. */
  ENDLESS
}
