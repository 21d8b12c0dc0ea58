package dev.ticketing.operations.deadletters;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Which dead letters were dealt with, and how, in a compacted topic of its own: a record's key is
 * the letter's id. A letter may be dealt with in any order, which a consumer group's offset could
 * not remember.
 */
final class Marks {

  static final String TOPIC = "dead-letters-dealt-with";

  private final Broker broker;

  Marks(Broker broker) {
    this.broker = broker;
  }

  /** Creates the topic where it is missing. */
  void makeRoom() {
    NewTopic topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty());
    try {
      Broker.get(
          broker
              .admin()
              .createTopics(List.of(topic.configs(Map.of("cleanup.policy", "compact"))))
              .all());
    } catch (TopicExistsException e) {
      // made by an earlier command
    }
  }

  /** The record that says what was done about a letter. */
  ProducerRecord<String, String> of(DeadLetter letter, String done) {
    return new ProducerRecord<>(TOPIC, letter.id(), done);
  }

  /** The ids of the letters that are done with. */
  Set<String> read() {
    Set<String> dealtWith = new HashSet<>();
    if (broker.topics().contains(TOPIC)) {
      broker.read(
          List.of(TOPIC),
          record -> {
            if (record.value() == null) {
              dealtWith.remove(record.key());
            } else {
              dealtWith.add(record.key());
            }
          });
    }
    return dealtWith;
  }
}
