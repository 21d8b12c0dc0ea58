package dev.ticketing.operations.deadletters;

import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Deals with dead letters one by one. A letter is marked only after the broker has taken it, so a
 * command that dies in between may send it twice, and never loses it.
 */
public final class Desk implements AutoCloseable {

  private final DeadLetters letters;
  private final Marks marks;
  private final KafkaProducer<String, String> producer;

  public Desk(Broker broker) {
    this.letters = new DeadLetters(broker);
    this.marks = new Marks(broker);
    this.producer = broker.producer();
  }

  /**
   * Sends each letter's payload with its key to the topic it came from, without what the consumer
   * noted on it. One that was too large to be copied is left as it is.
   *
   * @return how many
   */
  public long resend(Predicate<DeadLetter> which) {
    return each(
        which.and(DeadLetter::isCopied),
        letter -> {
          send(new ProducerRecord<>(letter.originalTopic(), letter.key(), letter.payload()));
          send(marks.of(letter, "sent again"));
        });
  }

  /**
   * @return how many
   */
  public long dismiss(Predicate<DeadLetter> which) {
    return each(which, letter -> send(marks.of(letter, "dismissed")));
  }

  private long each(Predicate<DeadLetter> which, Consumer<DeadLetter> deal) {
    marks.makeRoom();
    long[] count = new long[1];
    letters.read(
        letter -> {
          if (which.test(letter)) {
            deal.accept(letter);
            count[0]++;
          }
        });
    return count[0];
  }

  private void send(ProducerRecord<String, String> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
