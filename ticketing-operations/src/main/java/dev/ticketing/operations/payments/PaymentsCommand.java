package dev.ticketing.operations.payments;

import picocli.CommandLine.Command;

/** What operators do about money. */
@Command(
    name = "payments",
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows what about payments only a person can decide.",
    subcommands = {CasesCommand.class})
public final class PaymentsCommand {}
