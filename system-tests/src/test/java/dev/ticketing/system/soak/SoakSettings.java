package dev.ticketing.system.soak;

import java.time.Duration;

/**
 * What one soak is to be, from the system properties {@code soak.*}.
 *
 * @param rate actions begun in a second, whether earlier ones have ended or not
 * @param workers actions at most underway; more wait
 * @param window how long an order waits for its payment
 * @param kill how long after all servers are ready one of several is killed
 */
record SoakSettings(
    Duration duration,
    double rate,
    int workers,
    Duration window,
    long seed,
    int servers,
    Duration kill) {

  static SoakSettings fromProperties() {
    return new SoakSettings(
        Duration.parse(System.getProperty("soak.duration", "PT20S")),
        Double.parseDouble(System.getProperty("soak.rate", "15")),
        Integer.getInteger("soak.workers", 24),
        Duration.parse(System.getProperty("soak.window", "PT5S")),
        Long.getLong("soak.seed", System.nanoTime() & 0xFFFFFF),
        Integer.getInteger("soak.servers", 1),
        Duration.parse(System.getProperty("soak.kill", "PT30S")));
  }
}
