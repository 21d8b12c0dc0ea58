package dev.ticketing.auth.domain;

/** Why a session ended before its time. */
public enum EndReason {
  /** Its user signed out. */
  SIGNED_OUT,
  /** Its user ended it from another session. */
  ENDED_BY_USER,
  /** A refresh token was used again: one of those who had it is a thief. */
  TOKEN_REUSED,
  /** The password was changed, or replaced by way of the mailbox. */
  PASSWORD_CHANGED
}
