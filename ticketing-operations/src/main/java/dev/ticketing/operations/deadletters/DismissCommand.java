package dev.ticketing.operations.deadletters;

import dev.ticketing.operations.BrokerOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says that nothing need be done about some. */
@Command(
    name = "dismiss",
    description = "Marks dead letters as dealt with, without sending them again.")
final class DismissCommand implements Callable<Integer> {

  @Mixin private BrokerOption kafka;

  @Mixin private Selection selection;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Dealing.with(kafka, selection, spec, "dismissed", Desk::dismiss);
  }
}
