package dev.ticketing.operations.check;

import dev.ticketing.operations.Connections;
import dev.ticketing.operations.Deployment;
import dev.ticketing.operations.Operations;
import dev.ticketing.operations.check.rules.Rules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a deployment once. */
@Command(
    name = "check",
    description = {
      "Holds the rules of the marketplace against everything that is stored, and reports what"
          + " breaks them. Reads only.",
      "Ends with 0 when all is well, 1 when a rule is broken, 2 when it could not check."
    })
public final class CheckCommand implements Callable<Integer> {

  @Mixin private Connections connections;

  @Spec private CommandSpec spec;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = Lengths.class,
      description = "How long what differs may take to settle (default 5s).")
  private Duration settle;

  @Option(
      names = "--overdue",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = Lengths.class,
      description = "How long after its deadline a lock or order may be open (default 10s).")
  private Duration overdue;

  @Option(
      names = "--secured",
      paramLabel = "TIME",
      defaultValue = "5m",
      converter = Lengths.class,
      description = "How long a payment may keep a lock secured (default 5m).")
  private Duration secured;

  @Option(
      names = "--underway",
      paramLabel = "TIME",
      defaultValue = "5m",
      converter = Lengths.class,
      description = "How long a payment may wait for Stripe or for orders (default 5m).")
  private Duration underway;

  @Option(
      names = "--unpublished",
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = Lengths.class,
      description = "How long an event may wait in its outbox (default 30s).")
  private Duration unpublished;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the report to this file as well, as JSON.")
  private Path json;

  @Override
  public Integer call() throws IOException {
    Clock clock = Clock.systemUTC();
    Bounds bounds = new Bounds(overdue, secured, underway, unpublished);
    try (Deployment deployment = connections.open()) {
      Report report =
          new Checker(deployment.marketplace(), Rules.all(bounds, clock), settle, clock).check();
      PrintWriter out = spec.commandLine().getOut();
      out.print(ReportText.of(report));
      out.flush();
      if (json != null) {
        Files.writeString(json, ReportJson.of(report));
      }
      return report.isClean() ? Operations.CLEAN : Operations.VIOLATIONS;
    }
  }
}
