package dev.ticketing.system.soak;

import java.time.Duration;

/**
 * What one soak is to be, from the system properties {@code soak.*}.
 *
 * @param rate actions begun in a second, whether earlier ones have ended or not
 * @param workers actions at most underway; more wait
 * @param window how long an order waits for its payment
 * @param tokens how long an access token is good
 * @param late the part of the answers that may be refusals because an event took too long: none on
 *     a machine that is fast enough, but for kills
 * @param kill how long after all servers are ready one of several is killed
 */
record SoakSettings(
    Duration duration,
    double rate,
    int workers,
    Duration window,
    Duration tokens,
    long seed,
    int servers,
    double late,
    Duration kill) {

  static SoakSettings fromProperties() {
    return new SoakSettings(
        Duration.parse(System.getProperty("soak.duration", "PT20S")),
        Double.parseDouble(System.getProperty("soak.rate", "8")),
        Integer.getInteger("soak.workers", 24),
        Duration.parse(System.getProperty("soak.window", "PT5S")),
        Duration.parse(System.getProperty("soak.tokens", "PT2M")),
        Long.getLong("soak.seed", System.nanoTime() & 0xFFFFFF),
        Integer.getInteger("soak.servers", 1),
        Double.parseDouble(System.getProperty("soak.late", "0.05")),
        Duration.parse(System.getProperty("soak.kill", "PT30S")));
  }
}
