package dev.ticketing.auth.adapter.argon2;

/**
 * What one Argon2id hash costs whoever makes it.
 *
 * @param memoryKib at least 8 for each lane
 * @param iterations passes over the memory
 * @param parallelism lanes; they are worked off one after the other here
 */
record Argon2Cost(int memoryKib, int iterations, int parallelism) {

  private static final int KIB_PER_LANE = 8;

  Argon2Cost {
    if (iterations < 1 || parallelism < 1 || memoryKib < KIB_PER_LANE * parallelism) {
      throw new IllegalArgumentException(
          "Argon2id needs an iteration, a lane and 8 KiB for each lane at least, not m=%d,t=%d,p=%d"
              .formatted(memoryKib, iterations, parallelism));
    }
  }
}
