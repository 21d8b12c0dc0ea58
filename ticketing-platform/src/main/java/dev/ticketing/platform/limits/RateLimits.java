package dev.ticketing.platform.limits;

/**
 * Counts what people do and refuses what is too much. Several servers count together. The counters
 * themselves name nobody: what is counted under is kept only as its fingerprint.
 */
@FunctionalInterface
public interface RateLimits {

  /** Counts nothing and refuses nothing. */
  RateLimits NONE = (limit, subject) -> () -> {};

  /** Something that was counted. */
  @FunctionalInterface
  interface Counted {

    /** It turned out not to count; at most once. */
    void takeBack();
  }

  /**
   * Counts before anything is done, so that however many come at once no more than allowed get
   * through. What is refused does not count.
   *
   * @param subject the account, address or user; of any length
   * @throws dev.ticketing.contracts.error.Refusal TOO_MANY, with the time until the window ends
   */
  Counted count(Limit limit, String subject);
}
