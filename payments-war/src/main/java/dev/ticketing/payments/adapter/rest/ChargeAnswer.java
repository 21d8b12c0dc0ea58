package dev.ticketing.payments.adapter.rest;

import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.payments.application.PaymentView;
import dev.ticketing.payments.application.Settlements.Settlement;
import dev.ticketing.payments.domain.Failure;
import dev.ticketing.payments.domain.Payment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** Turns how a payment ended, or how it stands, into the answer to the one who asked to pay. */
final class ChargeAnswer {

  private ChargeAnswer() {}

  /**
   * @throws Refusal when no money was taken
   */
  static Response of(Settlement settlement, UriBuilder base) {
    Payment payment = settlement.payment();
    if (payment.status().isUnsuccessful()) {
      throw refusal(payment.failure());
    }
    return Response.status(
            settlement.complete() ? Response.Status.CREATED : Response.Status.ACCEPTED)
        .location(base.path(payment.id()).build())
        .entity(PaymentView.of(payment))
        .build();
  }

  private static Refusal refusal(Failure failure) {
    return switch (failure.kind()) {
      case DECLINED -> Refusal.declined(failure.message());
      case INVALID_TOKEN -> Refusal.invalid("token", failure.message());
      case SUPERSEDED, ORDER_ENDED -> Refusal.conflict(failure.message());
      case UNAVAILABLE -> Refusal.overloaded(failure.message());
    };
  }
}
