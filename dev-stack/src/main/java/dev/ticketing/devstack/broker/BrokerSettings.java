package dev.ticketing.devstack.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** One small broker on a developer's machine: a single replica, few threads, small buffers. */
final class BrokerSettings {

  private static final Map<String, String> SMALL =
      Map.ofEntries(
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.segment.bytes", "10485760"),
          Map.entry("transaction.state.log.num.partitions", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("default.replication.factor", "1"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "2"),
          Map.entry("num.recovery.threads.per.data.dir", "2"),
          Map.entry("num.replica.alter.log.dirs.threads", "1"),
          Map.entry("background.threads", "2"),
          Map.entry("group.coordinator.threads", "1"),
          Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
          Map.entry("log.cleaner.io.buffer.size", "262144"),
          Map.entry("log.segment.bytes", "67108864"),
          Map.entry("log.preallocate", "false"),
          Map.entry("log.index.size.max.bytes", "1048576"));

  /** A broker that was killed may register again once its old session has run out. */
  private static final Map<String, String> BEHAVIOUR =
      Map.of(
          "auto.create.topics.enable", "false",
          "group.initial.rebalance.delay.ms", "0",
          "group.min.session.timeout.ms", "6000",
          "log.retention.hours", "168",
          "broker.session.timeout.ms", "3000",
          "broker.heartbeat.interval.ms", "500");

  private BrokerSettings() {}

  static Properties of(Path dataDirectory, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(SMALL);
    properties.putAll(BEHAVIOUR);
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    properties.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put("log.dirs", LogDirectory.within(dataDirectory).toString());
    return properties;
  }
}
