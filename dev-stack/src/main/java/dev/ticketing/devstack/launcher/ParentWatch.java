package dev.ticketing.devstack.launcher;

/**
 * Notices the end of the process that started this one. Build tools kill only their direct child or
 * die without a word; what they started must not stay behind.
 */
final class ParentWatch {

  private ParentWatch() {}

  static void onEnd(Runnable action) {
    ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(action));
  }
}
