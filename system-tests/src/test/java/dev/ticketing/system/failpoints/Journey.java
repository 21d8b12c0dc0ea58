package dev.ticketing.system.failpoints;

import java.util.List;

/**
 * The way of a user over some fail points: what was there before, the step during which the server
 * dies, what its being done looks like, and what becomes of it afterwards. A journey is made once.
 */
interface Journey {

  /** Makes what has to be there before the step; the server does not die during this. */
  void prepare();

  /** Takes the step; the server dies underway, and the answers may stay out. */
  void step();

  /** Ids and other words by which the events of this journey are known; none: any event is one. */
  default List<String> names() {
    return List.of();
  }

  /** Whether what the step was for is there to be seen. */
  boolean isDone();

  /** Takes the step again, as its user does who has got no answer and sees nothing done. */
  void repeat();

  /** Asserts what is to be seen once all is done; asked again until it is so. */
  void requireSettled();

  /** Goes on as the user would, which has to work. */
  default void goOn() {}
}
