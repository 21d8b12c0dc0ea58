package dev.ticketing.devstack.launcher;

import java.util.List;

/** Something outside has to change before the run can start: one line for each such thing. */
final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotStart(List<String> lines) {
    super(String.join(System.lineSeparator(), lines));
  }
}
