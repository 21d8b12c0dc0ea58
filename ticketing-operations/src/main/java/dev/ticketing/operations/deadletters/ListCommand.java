package dev.ticketing.operations.deadletters;

import dev.ticketing.operations.Connections;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
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
    mixinStandardHelpOptions = true,
    description = "Lists the dead letters that were neither sent again nor dismissed.")
final class ListCommand implements Callable<Integer> {

  @Mixin private Connections connections;

  @Spec private CommandSpec spec;

  @Option(names = "--payload", description = "Shows the messages too; they hold personal data.")
  private boolean payload;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AtomicLong count = new AtomicLong();
    try (Broker broker = connections.openBroker()) {
      new DeadLetters(broker)
          .read(
              letter -> {
                count.incrementAndGet();
                out.println(describe(letter));
                if (payload) {
                  out.println("    " + letter.payload());
                }
              });
    }
    out.println(count + " dead letters");
    out.flush();
    return 0;
  }

  private static String describe(DeadLetter letter) {
    return "%s  %s %s, key %s, from %s at %s, %s old%n    %s"
        .formatted(
            letter.id(),
            letter.kind(),
            letter.type().isEmpty() ? "message" : letter.type(),
            letter.key(),
            letter.origin(),
            letter.originOffset(),
            Duration.ofSeconds(Duration.between(letter.time(), Instant.now()).toSeconds()),
            letter.reason());
  }
}
