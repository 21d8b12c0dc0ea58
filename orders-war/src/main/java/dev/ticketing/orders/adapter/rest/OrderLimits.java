package dev.ticketing.orders.adapter.rest;

import dev.ticketing.orders.adapter.OrdersDomain;
import dev.ticketing.platform.limits.Limit;
import dev.ticketing.platform.limits.LimitSettings;
import dev.ticketing.platform.limits.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/**
 * Bounds how often a user asks for a ticket, granted or not: who takes and gives back tickets all
 * the time keeps them from others as well. An answer that is only repeated is not counted.
 */
@ApplicationScoped
public class OrderLimits {

  private RateLimits limits;
  private Limit ordersPerUser;

  /** For the container's proxy. */
  protected OrderLimits() {}

  @Inject
  public OrderLimits(OrdersDomain domain, LimitSettings settings) {
    this.limits = settings.unlessDisabled(domain.rateLimits());
    this.ordersPerUser = settings.limit("RATE_LIMIT_ORDER_USER", "60/PT1M");
  }

  void begin(@Observes Startup event) {
    // having been created is all it takes: a variable that is wrong shows now, not at an order
  }

  /**
   * @throws dev.ticketing.contracts.error.Refusal TOO_MANY
   */
  void place(String userId) {
    limits.count(ordersPerUser, userId);
  }
}
