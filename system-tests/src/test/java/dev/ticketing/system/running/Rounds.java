package dev.ticketing.system.running;

/** How often a race is run or a server killed: in CI a few times, or as {@code -Drounds=} says. */
public final class Rounds {

  private Rounds() {}

  /**
   * @param inCi how many unless the property says otherwise
   */
  public static int orInCi(int inCi) {
    return Integer.getInteger("rounds", inCi);
  }
}
