package dev.ticketing.operations.deadletters;

import dev.ticketing.operations.BrokerOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Gives the consumers another try. */
@Command(
    name = "resend",
    description = {
      "Sends dead letters to the topic they came from, and marks them as dealt with.",
      "Consumers ignore what they know already, so a letter may be sent more than once."
    })
final class ResendCommand implements Callable<Integer> {

  @Mixin private BrokerOption kafka;

  @Mixin private Selection selection;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Dealing.with(kafka, selection, spec, "sent again", Desk::resend);
  }
}
