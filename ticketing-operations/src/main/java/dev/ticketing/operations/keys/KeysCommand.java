package dev.ticketing.operations.keys;

import picocli.CommandLine.Command;

/** What operators do about the keys that tokens are signed with. */
@Command(
    name = "keys",
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after the keys that tokens are signed with.",
    subcommands = {PublishCommand.class})
public final class KeysCommand {}
