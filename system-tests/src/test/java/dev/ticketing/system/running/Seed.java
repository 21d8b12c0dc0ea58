package dev.ticketing.system.running;

import java.util.Random;

/** Chance that can be repeated: {@code -Dseed=} takes what an earlier run has printed. */
public final class Seed {

  private Seed() {}

  /**
   * @param what the chance is for
   */
  public static Random print(String what) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.printf("%s: seed %d%n", what, seed);
    return new Random(seed);
  }
}
