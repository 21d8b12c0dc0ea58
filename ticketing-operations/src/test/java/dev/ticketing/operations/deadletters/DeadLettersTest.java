package dev.ticketing.operations.deadletters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.devstack.broker.EmbeddedBroker;
import dev.ticketing.operations.Console;
import dev.ticketing.operations.Console.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

  private static final String EVENT = "{\"type\":\"OrderCreated\",\"name\":\"Zoë\"}";

  private static int topics;
  private static EmbeddedBroker embedded;
  private static Broker broker;
  private static Desk desk;
  private static Console console;

  private String topic;
  private String dead;

  @BeforeAll
  static void start(@TempDir Path directory) {
    embedded = EmbeddedBroker.start(directory, 0, 0);
    broker = new Broker(embedded.bootstrapServers());
    desk = new Desk(broker);
    console = new Console("--kafka", embedded.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    desk.close();
    broker.close();
    embedded.close();
  }

  @BeforeEach
  void newTopic() {
    topic = "orders" + topics++;
    dead = topic + ".dead";
    Optional<Integer> partitions = Optional.of(2);
    Broker.get(
        broker
            .admin()
            .createTopics(
                List.of(
                    new NewTopic(topic, partitions, Optional.empty()),
                    new NewTopic(dead, partitions, Optional.empty())))
            .all());
  }

  @Test
  void aDeadLetterIsListedWithoutItsPayloadUnlessThatIsAskedFor() {
    bury(0, "order-1", EVENT);

    String plain = console.run("dead-letters", "list").out();
    String whole = console.run("dead-letters", "list", "--payload").out();

    assertTrue(plain.contains(dead + "/0/0  failed OrderCreated, key order-1"), plain);
    assertTrue(plain.contains("from " + topic + "-0 at 17, group payments.orders"), plain);
    assertTrue(plain.contains("cannot be applied"), plain);
    assertFalse(plain.contains("Zoë"), plain);
    assertTrue(whole.contains(EVENT), whole);
  }

  @Test
  void aLetterIsSentAgainToWhereItCameFromWithItsKeyAndNothingElse() {
    bury(1, "order-1", EVENT);

    Result sent = console.run("dead-letters", "resend", dead);

    assertEquals(new Result(0, "1 dead letters sent again\n", ""), sent);
    List<ConsumerRecord<String, String>> records = recordsOf(topic);
    assertEquals(1, records.size());
    assertEquals("order-1", records.get(0).key());
    assertEquals(EVENT, records.get(0).value());
    assertEquals(0, records.get(0).headers().toArray().length);
  }

  @Test
  void aLetterWithoutAKeyIsSentAgainWithoutOne() {
    bury(0, null, "not an event");

    resend();

    assertEquals(null, recordsOf(topic).get(0).key());
    assertEquals("not an event", recordsOf(topic).get(0).value());
  }

  @Test
  void whatWasDealtWithIsNotListedAndNotSentASecondTime() {
    bury(0, "order-1", EVENT);
    bury(0, "order-2", EVENT);
    bury(1, "order-3", EVENT);

    assertEquals(1, deal("resend", dead + "/0/1"));
    assertEquals(1, deal("dismiss", dead + "/1"));

    assertEquals(List.of(dead + "/0/0"), left());
    assertEquals(1, resend());
    assertEquals(0, resend());
    assertEquals(
        List.of("order-1", "order-2"),
        recordsOf(topic).stream().map(ConsumerRecord::key).sorted().toList());
    assertEquals(List.of(), left());
  }

  @Test
  void aLetterThatComesBackIsANewOne() {
    bury(0, "order-1", EVENT);
    resend();

    bury(0, "order-1", EVENT);

    assertEquals(List.of(dead + "/0/1"), left());
  }

  @Test
  void aCommandThatDiedBeforeItTookNoteSendsAgainAndLosesNothing() {
    bury(0, "order-1", EVENT);
    send(new ProducerRecord<>(topic, "order-1", EVENT));

    assertEquals(1, resend());

    assertEquals(2, recordsOf(topic).size());
    assertEquals(List.of(), left());
  }

  @Test
  void aLetterThatWasTooLargeToBeCopiedIsNotSentAgainAsNothing() {
    ProducerRecord<String, String> record = new ProducerRecord<>(dead, 0, "order-1", null);
    note(record, "size", "2000000");
    send(record);

    assertEquals(0, resend());

    assertEquals(List.of(dead + "/0/0"), left());
    assertEquals(List.of(), recordsOf(topic));
    assertEquals(1, dismiss());
    assertEquals(List.of(), left());
  }

  @Test
  void nothingIsSentUnlessItIsSaidWhat() {
    bury(0, "order-1", EVENT);

    Result refused = console.run("dead-letters", "resend");

    assertEquals(2, refused.exit());
    assertTrue(refused.err().startsWith("Say which dead letters, or --all"), refused.err());
    assertEquals(List.of(), recordsOf(topic));
  }

  @Test
  void theCheckerSeesThemAsDocumentsUntilTheyAreDealtWith() {
    bury(0, "order-1", EVENT);
    DeadLetterDocuments documents = new DeadLetterDocuments(new DeadLetters(broker));
    String id = dead + "/0/0";

    assertEquals(1, documents.withIds(List.of(id)).size());
    dismiss();
    assertEquals(List.of(), documents.withIds(List.of(id)));
  }

  private long resend() {
    return desk.resend(letter -> letter.topic().equals(dead));
  }

  private long dismiss() {
    return desk.dismiss(letter -> letter.topic().equals(dead));
  }

  private long deal(String how, String which) {
    String out = console.run("dead-letters", how, which).out();
    return Long.parseLong(out.substring(0, out.indexOf(' ')));
  }

  private List<String> left() {
    List<String> ids = new ArrayList<>();
    new DeadLetters(broker)
        .read(
            letter -> {
              if (letter.topic().equals(dead)) {
                ids.add(letter.id());
              }
            });
    return ids;
  }

  private List<ConsumerRecord<String, String>> recordsOf(String name) {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    broker.read(List.of(name), records::add);
    return records;
  }

  private void bury(int partition, String key, String payload) {
    ProducerRecord<String, String> record = new ProducerRecord<>(dead, partition, key, payload);
    note(record, "group", "payments.orders");
    note(record, "kind", "failed");
    note(record, "reason", "cannot be applied");
    note(record, "origin", topic + "-0");
    note(record, "offset", "17");
    send(record);
  }

  private static void note(ProducerRecord<String, String> record, String what, String text) {
    record.headers().add("dead-letter-" + what, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(ProducerRecord<String, String> record) {
    try (KafkaProducer<String, String> producer = broker.producer()) {
      producer.send(record);
    }
  }
}
