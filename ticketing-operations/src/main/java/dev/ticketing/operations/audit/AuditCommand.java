package dev.ticketing.operations.audit;

import picocli.CommandLine.Command;

/** What operators learn from the record of who did what. */
@Command(
    name = "audit",
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows who did what, when and from where.",
    subcommands = {AuditListCommand.class})
public final class AuditCommand {}
