package dev.ticketing.auth.application;

/** What users are written to about. */
enum LetterKind {
  /** Somebody asked for a new password. */
  RESET,
  /** An address was given, by a sign-up or an edit, that nobody has confirmed. */
  CONFIRMATION,
  /** Somebody asked to be sent the confirmation again. */
  CONFIRMATION_AGAIN,
  /** To the address that an account had before. */
  EMAIL_CHANGED,
  PASSWORD_CHANGED
}
