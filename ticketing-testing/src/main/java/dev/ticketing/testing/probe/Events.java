package dev.ticketing.testing.probe;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.Event;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.contracts.event.Topic;
import dev.ticketing.platform.aggregate.Identifier;
import dev.ticketing.platform.json.EventJson;
import dev.ticketing.platform.json.EventSchemas;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events as other domains would send and receive them, by way of the broker alone. */
public final class Events {

  private static final EventSchemas SCHEMAS = new EventSchemas();

  private Events() {}

  public static void put(Event event, String aggregateId, long version) {
    Broker.put(
        EventType.of(event).topic().topicName(), aggregateId, json(event, aggregateId, version));
  }

  public static String json(Event event, String aggregateId, long version) {
    return EventJson.write(
        new Envelope<>(
            Identifier.next(), EventType.of(event), aggregateId, version, Instant.now(), event));
  }

  /** What was published of an aggregate; each event must keep its schema and name its type. */
  public static List<Envelope<?>> published(Topic topic, String aggregateId) {
    return Broker.read(topic.topicName(), aggregateId).stream().map(Events::checked).toList();
  }

  private static Envelope<?> checked(ConsumerRecord<String, String> message) {
    Envelope<?> envelope = SCHEMAS.read(message.value());
    String type = new String(message.headers().lastHeader("type").value(), StandardCharsets.UTF_8);
    if (!type.equals(envelope.type().name()) || !envelope.aggregateId().equals(message.key())) {
      throw new AssertionError("Key or header do not fit: " + message);
    }
    return envelope;
  }
}
