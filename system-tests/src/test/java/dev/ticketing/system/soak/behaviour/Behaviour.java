package dev.ticketing.system.soak.behaviour;

import dev.ticketing.system.soak.calls.NoAnswer;

/** One thing that people do; does nothing where there is nothing to do it with. */
@FunctionalInterface
public interface Behaviour {

  /**
   * @throws NoAnswer when the outcome of a request is unknown
   */
  void act(Scene scene);
}
