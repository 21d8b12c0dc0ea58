package dev.ticketing.devstack.broker;

import dev.ticketing.devstack.PortTaken;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker that is its own controller, on 127.0.0.1. Topics, records and committed offsets
 * stay in the data directory; what was acknowledged survives the death of this process.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts the broker, on a directory used before or a new one; port 0 takes a free one. */
  public static EmbeddedBroker start(Path dataDirectory, int port, int controllerPort) {
    int brokerPort = available(port);
    int quorumPort = available(controllerPort);
    Properties properties = BrokerSettings.of(dataDirectory, brokerPort, quorumPort);
    LogDirectory.prepare(dataDirectory, properties);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    try {
      server.startup();
      return new EmbeddedBroker(server, brokerPort);
    } catch (RuntimeException failure) {
      server.shutdown();
      throw failure;
    }
  }

  /** Kafka would report a taken port late, from a thread of its own. */
  private static int available(int wanted) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return probe.getLocalPort();
    } catch (BindException taken) {
      throw new PortTaken(wanted, taken);
    } catch (IOException failure) {
      throw new IllegalStateException("Cannot probe port " + wanted, failure);
    }
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
