package dev.ticketing.system.failpoints;

import java.nio.file.Path;

/** What finishes interrupted work in the server; a control takes it away and sees work undone. */
enum Resumption {
  /** Finds events that were stored and not published. */
  OF_EVENTS("dev.ticketing.platform.messaging.Sweep", "sweep", "tickets.create.stored"),
  /**
   * Finds payments of which Stripe was not asked; of others its webhooks and books tell as well.
   */
  OF_PAYMENTS(
      "dev.ticketing.payments.application.ResumePayments", "run", "payments.charge.claimed");

  private final String type;
  private final String method;
  private final String control;

  Resumption(String type, String method, String control) {
    this.type = type;
    this.method = method;
    this.control = control;
  }

  /** Where a death leaves work that nothing else finishes. */
  FailPoint control() {
    return FailPoints.named(control);
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
