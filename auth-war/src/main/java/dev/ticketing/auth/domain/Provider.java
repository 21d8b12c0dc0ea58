package dev.ticketing.auth.domain;

import java.util.Locale;

/** Who else may vouch for a person: the places where people can sign in instead of here. */
public enum Provider {
  GOOGLE,
  FACEBOOK;

  /** As it is written in paths. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
