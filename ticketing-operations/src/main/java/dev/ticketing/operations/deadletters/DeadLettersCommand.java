package dev.ticketing.operations.deadletters;

import picocli.CommandLine.Command;

/** What operators do about messages that a consumer gave up on. */
@Command(
    name = "dead-letters",
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists the messages that a consumer gave up on, and deals with them.",
    subcommands = {ListCommand.class, ResendCommand.class, DismissCommand.class})
public final class DeadLettersCommand {}
