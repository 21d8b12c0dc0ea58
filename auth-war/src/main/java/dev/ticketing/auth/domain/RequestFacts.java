package dev.ticketing.auth.domain;

/**
 * Where a request came from, as far as it can be told: for its user to recognise a session by.
 *
 * @param userAgent what the client calls itself; null when it does not
 * @param address the client's, or that of the last proxy that is not trusted
 */
public record RequestFacts(String userAgent, String address) {

  private static final int LONGEST = 200;

  public RequestFacts {
    userAgent = shown(userAgent);
    address = shown(address);
  }

  /** Clients say what they like: only so much of it is kept, and only what can be shown. */
  private static String shown(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String visible = text.replaceAll("\\p{Cntrl}", " ").strip();
    return visible.substring(0, Math.min(LONGEST, visible.length()));
  }
}
