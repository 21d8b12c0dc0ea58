package dev.ticketing.system.soak;

import dev.ticketing.system.running.Machinery;
import dev.ticketing.system.running.SecondServer;
import dev.ticketing.system.soak.calls.Server;
import java.util.function.LongSupplier;

/** A server of the soak as its operator sees it. */
record Node(Server server, LongSupplier pid, Runnable kill, Runnable start, Runnable awaitReady) {

  static Node of(Machinery machinery) {
    return new Node(
        new Server("Liberty 1", machinery.uri()),
        machinery::libertyPid,
        machinery::killLiberty,
        machinery::startLiberty,
        machinery::awaitReady);
  }

  static Node of(SecondServer second) {
    return new Node(
        new Server("Liberty 2", second.uri()),
        second::pid,
        second::kill,
        second::start,
        second::awaitReady);
  }
}
