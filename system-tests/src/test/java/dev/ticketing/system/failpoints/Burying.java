package dev.ticketing.system.failpoints;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.operations.deadletters.Broker;
import dev.ticketing.operations.deadletters.DeadLetter;
import dev.ticketing.operations.deadletters.DeadLetters;
import dev.ticketing.operations.deadletters.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Somebody puts a message that is no event among the tickets' events: it is put aside for the
 * operator, and the events after it are applied. A server that dies may put it aside twice.
 */
final class Burying implements Journey {

  private static final String TOPIC = "tickets";
  private static final String PREFIX = "nonsense ";
  private static final int MOST = 2;

  private final Cast cast;
  private final String nonsense = PREFIX + UUID.randomUUID();

  Burying(Cast cast) {
    this.cast = cast;
  }

  @Override
  public void prepare() {}

  @Override
  public void step() {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, nonsense)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private String bootstrapServers() {
    return cast.machinery().stack().broker().bootstrapServers();
  }

  private Broker broker() {
    return new Broker(bootstrapServers());
  }

  @Override
  public boolean isDone() {
    return copies() > 0;
  }

  private int copies() {
    List<DeadLetter> found = new ArrayList<>();
    try (Broker broker = broker()) {
      new DeadLetters(broker).read(found::add);
    }
    return (int) found.stream().filter(this::isMine).count();
  }

  private boolean isMine(DeadLetter letter) {
    return nonsense.equals(letter.payload());
  }

  @Override
  public void repeat() {
    throw new IllegalStateException("The server has to finish this on its own");
  }

  @Override
  public void requireSettled() {
    assertTrue(copies() <= MOST, "put aside more than twice");
    dismiss(cast, this::isMine);
  }

  /** Is done with all that journeys of this kind have had put aside. */
  static void dismissAll(Cast cast) {
    dismiss(cast, letter -> letter.payload() != null && letter.payload().startsWith(PREFIX));
  }

  private static void dismiss(Cast cast, Predicate<DeadLetter> which) {
    try (Broker broker = new Broker(cast.machinery().stack().broker().bootstrapServers());
        Desk desk = new Desk(broker)) {
      desk.dismiss(which);
    }
  }

  @Override
  public void goOn() {
    cast.sell(cast.ticket());
  }
}
