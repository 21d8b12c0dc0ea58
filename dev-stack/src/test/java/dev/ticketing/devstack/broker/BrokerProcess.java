package dev.ticketing.devstack.broker;

import dev.ticketing.devstack.ForkedJvm;
import java.nio.file.Path;

/** A broker in a JVM that a test can kill. */
final class BrokerProcess {

  private BrokerProcess() {}

  public static void main(String[] arguments) {
    EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0, 0);
    ForkedJvm.announceAndWait(broker.bootstrapServers());
  }
}
