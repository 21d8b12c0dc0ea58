package dev.ticketing.system.failpoints;

import java.nio.file.Path;

/** What finishes interrupted work in the server; a control takes it away and sees work undone. */
enum Resumption {
  /** Finds events that were stored and not published. */
  OF_EVENTS("dev.ticketing.platform.messaging.Sweep", "sweep"),
  /** Finds payments whose step with Stripe was begun and not finished. */
  OF_PAYMENTS("dev.ticketing.payments.application.ResumePayments", "run");

  private final String type;
  private final String method;

  Resumption(String type, String method) {
    this.type = type;
    this.method = method;
  }

  /** The rule by which it does nothing for as long as there is a file of its name. */
  String rule(Path withheld) {
    return String.join(
        "\n",
        "RULE " + name(),
        "CLASS " + type,
        "METHOD " + method,
        "AT ENTRY",
        "BIND withheld : java.io.File = new java.io.File(\"%s\")"
            .formatted(withheld.resolve(name())),
        "IF withheld.exists()",
        "DO RETURN",
        "ENDRULE",
        "");
  }
}
