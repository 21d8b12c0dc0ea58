package dev.ticketing.system.running;

/**
 * When a class of tests has its turn, for {@link org.junit.jupiter.api.Order}: those that ask for
 * the same settings of the server follow each other, which spares restarts. No class may rely on
 * it; each asks for the settings that it needs.
 */
public final class Turn {

  /** After all that have the server as it was started: servers are stopped and killed. */
  public static final int OUTAGES = Integer.MAX_VALUE - 4;

  /** Begins with the long window and ends with the short one. */
  public static final int RESTARTS = Integer.MAX_VALUE - 3;

  /** Orders expire while the test looks on. */
  public static final int SHORT_WINDOW = Integer.MAX_VALUE - 2;

  /** The server watches for fail points from here on, which makes its starts slower. */
  public static final int FAIL_POINTS = Integer.MAX_VALUE - 1;

  /** Looks at all that was done before. */
  public static final int LAST = Integer.MAX_VALUE;

  private Turn() {}
}
