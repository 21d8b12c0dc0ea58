package dev.ticketing.operations;

import dev.ticketing.operations.audit.AuditCommand;
import dev.ticketing.operations.check.CheckCommand;
import dev.ticketing.operations.deadletters.DeadLettersCommand;
import dev.ticketing.operations.keys.KeysCommand;
import dev.ticketing.operations.payments.PaymentsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The operator's command line: one sub-command per task. */
@Command(
    name = "ticketing-operations",
    description = "Looks after a running marketplace.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CheckCommand.class,
      DeadLettersCommand.class,
      PaymentsCommand.class,
      AuditCommand.class,
      KeysCommand.class
    })
public final class Operations {

  /** What a command ends with when nothing is wrong. */
  public static final int CLEAN = 0;

  /** What a check ends with when it has found something. */
  public static final int VIOLATIONS = 1;

  /** What a command ends with when it could not do its work. */
  public static final int COULD_NOT = 2;

  private Operations() {}

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Everything but the process: for tests, which set where it writes to. */
  public static CommandLine commandLine() {
    return new CommandLine(new Operations())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(Complaint.about(failure));
              return COULD_NOT;
            });
  }
}
