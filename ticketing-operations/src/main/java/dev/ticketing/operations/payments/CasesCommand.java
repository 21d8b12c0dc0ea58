package dev.ticketing.operations.payments;

import com.mongodb.client.MongoClient;
import dev.ticketing.operations.StoreOption;
import dev.ticketing.operations.audit.AuditTrails;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.bson.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the cases that the server leaves to a person, or puts away those that are decided. */
@Command(
    name = "cases",
    description = "Lists the cases that wait for a person, or marks some as dealt with.")
final class CasesCommand implements Callable<Integer> {

  @Mixin private StoreOption store;

  @Spec private CommandSpec spec;

  @Option(
      names = "--done",
      paramLabel = "CASE",
      description = "Marks this case, by its id as listed, as dealt with. May be repeated.")
  private List<String> done = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (MongoClient client = store.open()) {
      PaymentCases cases = PaymentCases.in(client);
      if (done.isEmpty()) {
        List<Document> open = cases.open();
        open.forEach(one -> out.println(describe(one)));
        out.println(open.size() + " cases");
      } else {
        done.forEach(id -> finish(client, cases, id));
        out.println(done.size() + " cases dealt with");
      }
      out.flush();
      return 0;
    }
  }

  private void finish(MongoClient client, PaymentCases cases, String id) {
    Instant now = Instant.now();
    if (!cases.finish(id, now)) {
      throw new ParameterException(spec.commandLine(), "No open case has the id " + id);
    }
    AuditTrails.write(client, "payments", "CaseDone", id, now);
  }

  private static String describe(Document one) {
    return "%s  payment %s, order %s, seen from %s to %s%n    %s"
        .formatted(
            one.getString("_id"),
            one.getString("paymentId"),
            one.get("orderId", "unknown"),
            one.getDate("firstSeenAt").toInstant(),
            one.getDate("lastSeenAt").toInstant(),
            one.getString("seen"));
  }
}
