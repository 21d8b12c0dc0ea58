package dev.ticketing.orders.adapter.rest;

import dev.ticketing.orders.adapter.OrdersDomain;
import dev.ticketing.platform.idempotency.IdempotencyFilter;
import dev.ticketing.platform.idempotency.Idempotent;
import dev.ticketing.platform.idempotency.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** The idempotency keys of those who place orders. */
@Provider
@Idempotent
@ApplicationScoped
public class OrderKeys extends IdempotencyFilter {

  /** For the container's proxy. */
  public OrderKeys() {}

  @Inject
  public OrderKeys(OrdersDomain domain, NewId newId) {
    super(domain.idempotencyKeys(), newId);
  }
}
