package dev.ticketing.operations.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A report for programs. */
public final class ReportJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  public static String of(Report report) {
    ObjectNode json = JSON.createObjectNode();
    json.put("clean", report.isClean());
    json.put("begun", report.begun().toString());
    json.put("tookMillis", report.took().toMillis());
    report.looked().forEach(json.putObject("looked")::put);
    report.rules().forEach(json.putArray("rules")::add);
    report.unchecked().forEach(json.putArray("unchecked")::add);
    report.violations().forEach(json.putObject("violations")::put);
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : report.findings()) {
      findings
          .addObject()
          .put("rule", finding.rule())
          .put("place", finding.place().title())
          .put("id", finding.id())
          .put("expected", finding.expected())
          .put("found", finding.found());
    }
    return json.toPrettyString() + "\n";
  }
}
