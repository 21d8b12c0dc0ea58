package dev.ticketing.operations;

import dev.ticketing.operations.deadletters.Broker;
import picocli.CommandLine.Option;

/** The option that says where the broker is. */
public final class BrokerOption {

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
      description = "The broker; else KAFKA_BOOTSTRAP_SERVERS, else 127.0.0.1:9092.")
  private String bootstrapServers;

  String bootstrapServers() {
    return bootstrapServers;
  }

  public Broker open() {
    return new Broker(bootstrapServers);
  }
}
