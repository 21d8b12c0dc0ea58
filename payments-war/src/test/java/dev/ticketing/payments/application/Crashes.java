package dev.ticketing.payments.application;

import java.util.function.Supplier;

/** Kills the process that is being tested at a chosen call of a port, before or after it works. */
final class Crashes {

  /** Thrown through everything, like the end of a process. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private int calls;
  private int fatal = -1;
  private boolean afterwards;

  void at(int call, boolean afterItWorked) {
    calls = 0;
    fatal = call;
    afterwards = afterItWorked;
  }

  /** How many calls were made since {@link #at}. */
  int calls() {
    return calls;
  }

  <T> T around(Supplier<T> call) {
    boolean dies = calls++ == fatal;
    if (dies && !afterwards) {
      throw new Killed();
    }
    T result = call.get();
    if (dies) {
      throw new Killed();
    }
    return result;
  }
}
