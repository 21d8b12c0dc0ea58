package dev.ticketing.operations.audit;

import com.mongodb.client.MongoClient;
import dev.ticketing.operations.StoreOption;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the acts of all domains in the order in which they happened. */
@Command(name = "list", description = "Lists acts of all domains, the oldest first.")
final class AuditListCommand implements Callable<Integer> {

  @Mixin private StoreOption store;
  @Spec private CommandSpec spec;

  @Option(
      names = "--who",
      paramLabel = "USER",
      description = "Only what this user did: an id, anonymous, system or operator.")
  private String who;

  @Option(
      names = "--what",
      paramLabel = "ACT",
      description = "Only acts of this name, such as SignIn. May be repeated.")
  private List<String> what = List.of();

  @Option(
      names = "--subject",
      paramLabel = "ID",
      description = "Only what was done to this user, ticket, order or payment.")
  private String subject;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "24h",
      description = "From when on: a time such as 2027-05-01T19:30:00Z, or how long ago: 90m, 24h.")
  private String since;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "Only this one: auth, tickets, orders or payments. May be repeated.")
  private List<String> domains = AuditTrails.DOMAINS;

  @Override
  public Integer call() {
    if (!AuditTrails.DOMAINS.containsAll(domains)) {
      throw new ParameterException(
          spec.commandLine(), "A domain is one of " + String.join(", ", AuditTrails.DOMAINS));
    }
    PrintWriter out = spec.commandLine().getOut();
    AtomicLong count = new AtomicLong();
    try (MongoClient client = store.open()) {
      AuditTrails.in(client, domains)
          .read(
              new AuditQuery(who, what, subject, begin(Instant.now())),
              (domain, act) -> {
                count.incrementAndGet();
                out.println(describe(domain, act));
              });
    }
    out.println(count + " acts");
    out.flush();
    return 0;
  }

  private Instant begin(Instant now) {
    try {
      return since.matches("\\d+[smhSMH]")
          ? now.minus(Duration.parse("PT" + since))
          : Instant.parse(since);
    } catch (java.time.format.DateTimeParseException e) {
      throw new ParameterException(spec.commandLine(), "Neither a time nor a while: " + since);
    }
  }

  private static String describe(String domain, Document act) {
    StringBuilder line = new StringBuilder();
    line.append(act.getDate("at").toInstant())
        .append("  ")
        .append(domain)
        .append("  ")
        .append(act.getString("what"))
        .append(act.getString("outcome").equals("REFUSED") ? " refused" : "")
        .append(" by ")
        .append(act.getString("who"));
    append(line, " from ", act.getString("address"));
    append(line, ", of ", act.getString("subject"));
    append(line, ", ", act.getString("detail"));
    append(line, ", with ", act.getString("agent"));
    return line.toString();
  }

  private static void append(StringBuilder line, String before, String text) {
    if (text != null) {
      line.append(before).append(text.replaceAll("\\p{Cntrl}", " "));
    }
  }
}
