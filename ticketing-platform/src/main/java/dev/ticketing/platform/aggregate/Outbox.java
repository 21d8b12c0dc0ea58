package dev.ticketing.platform.aggregate;

/** Takes what a stored aggregate has to tell; see the relay for how it reaches the broker. */
@FunctionalInterface
public interface Outbox<T extends Aggregate> {

  void publish(T aggregate);
}
