package dev.ticketing.operations.deadletters;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The dead letters that nobody has dealt with yet. */
public final class DeadLetters {

  private final Broker broker;
  private final Marks marks;

  public DeadLetters(Broker broker) {
    this.broker = broker;
    this.marks = new Marks(broker);
  }

  /** Hands them over one by one, those of one partition in their order. */
  public void read(Consumer<DeadLetter> reader) {
    Set<String> dealtWith = marks.read();
    List<String> topics =
        broker.topics().stream().filter(topic -> topic.endsWith(DeadLetter.SUFFIX)).toList();
    broker.read(
        topics,
        record -> {
          DeadLetter letter = DeadLetter.of(record);
          if (!dealtWith.contains(letter.id())) {
            reader.accept(letter);
          }
        });
  }
}
