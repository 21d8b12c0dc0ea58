package dev.ticketing.payments.adapter.rest;

import dev.ticketing.payments.adapter.PaymentsDomain;
import dev.ticketing.platform.idempotency.IdempotencyFilter;
import dev.ticketing.platform.idempotency.Idempotent;
import dev.ticketing.platform.idempotency.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** The idempotency keys of those who pay. */
@Provider
@Idempotent
@ApplicationScoped
public class PaymentKeys extends IdempotencyFilter {

  /** For the container's proxy. */
  public PaymentKeys() {}

  @Inject
  public PaymentKeys(PaymentsDomain domain, NewId newId) {
    super(domain.idempotencyKeys(), newId);
  }
}
