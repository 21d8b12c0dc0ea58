package dev.ticketing.operations.deadletters;

import dev.ticketing.operations.BrokerOption;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what is left to deal with. */
@Command(
    name = "list",
    description = "Lists the dead letters that were neither sent again nor dismissed.")
final class ListCommand implements Callable<Integer> {

  @Mixin private BrokerOption kafka;

  @Spec private CommandSpec spec;

  @Option(names = "--payload", description = "Shows the messages too; they hold personal data.")
  private boolean payload;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AtomicLong count = new AtomicLong();
    try (Broker broker = kafka.open()) {
      new DeadLetters(broker)
          .read(
              letter -> {
                count.incrementAndGet();
                out.println(describe(letter));
                if (!letter.isCopied()) {
                  out.println("    too large to be copied, cannot be sent again from here");
                } else if (payload) {
                  out.println("    " + letter.payload());
                }
              });
    }
    out.println(count + " dead letters");
    out.flush();
    return 0;
  }

  private static String describe(DeadLetter letter) {
    return "%s  %s %s, key %s, from %s at %s, group %s, %s old%n    %s"
        .formatted(
            letter.id(),
            letter.kind(),
            letter.type().isEmpty() ? "message" : letter.type(),
            letter.key(),
            letter.origin(),
            letter.originOffset(),
            letter.group(),
            age(letter),
            letter.reason());
  }

  /** Such as {@code 1h2m3s}. */
  private static String age(DeadLetter letter) {
    long seconds = Duration.between(letter.time(), Instant.now()).toSeconds();
    return Duration.ofSeconds(seconds).toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
