package dev.ticketing.operations.deadletters;

import dev.ticketing.operations.BrokerOption;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands that deal with dead letters have in common. */
final class Dealing {

  private Dealing() {}

  static int with(
      BrokerOption kafka,
      Selection selection,
      CommandSpec spec,
      String done,
      BiFunction<Desk, Predicate<DeadLetter>, Long> deal) {
    if (selection.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Say which dead letters, or --all");
    }
    try (Broker broker = kafka.open();
        Desk desk = new Desk(broker)) {
      long count = deal.apply(desk, selection);
      spec.commandLine().getOut().println(count + " dead letters " + done);
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}
