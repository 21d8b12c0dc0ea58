package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.running.DeadLetters;
import java.util.UUID;

/**
 * Somebody puts a message that is no event among the tickets' events; it is put aside, and the
 * events after it are applied. It may be put aside twice, which the operator can see.
 */
final class Burying implements Journey {

  private static final String TOPIC = "tickets";
  private static final int MOST = 2;

  private final Cast cast;
  private final DeadLetters deadLetters;
  private final String nonsense = "nonsense " + UUID.randomUUID();

  Burying(Cast cast) {
    this.cast = cast;
    this.deadLetters = new DeadLetters(cast.machinery().stack().broker().bootstrapServers());
  }

  @Override
  public void prepare() {}

  @Override
  public void step() {
    deadLetters.say(TOPIC, nonsense);
  }

  @Override
  public boolean isDone() {
    return copies() > 0;
  }

  private long copies() {
    return deadLetters.of(TOPIC).stream().filter(nonsense::equals).count();
  }

  @Override
  public void repeat() {
    throw new IllegalStateException("The server has to finish this on its own");
  }

  @Override
  public void requireSettled() {
    assertTrue(copies() <= MOST, "put aside " + copies() + " times");
  }

  @Override
  public void goOn() {
    cast.sell(cast.ticket());
  }
}
