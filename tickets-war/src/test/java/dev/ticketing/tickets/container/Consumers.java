package dev.ticketing.tickets.container;

import dev.ticketing.testing.probe.Variable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RoundRobinAssignor;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The consumers of one group, seen from the broker, which may be driven out of it. */
final class Consumers implements AutoCloseable {

  private static final Map<String, Object> ADDRESS =
      Map.of("bootstrap.servers", Variable.get("KAFKA_BOOTSTRAP_SERVERS"));

  private final String group;
  private final Admin admin = Admin.create(ADDRESS);

  Consumers(String group) {
    this.group = group;
  }

  int count() {
    try {
      return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().size();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Takes the group over by a consumer that shares out partitions in a way that no other member
   * knows, so that the broker lets nobody else in.
   *
   * @return closes to give the group back
   */
  AutoCloseable takeOver() {
    StringDeserializer text = new StringDeserializer();
    KafkaConsumer<String, String> intruder =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", ADDRESS.get("bootstrap.servers"),
                "group.id", group,
                "partition.assignment.strategy", RoundRobinAssignor.class.getName()),
            text,
            text);
    intruder.subscribe(List.of("users"));
    driveOut();
    while (intruder.assignment().isEmpty()) {
      intruder.poll(Duration.ofMillis(100));
    }
    return intruder::close;
  }

  private void driveOut() {
    try {
      admin
          .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
          .all()
          .get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
