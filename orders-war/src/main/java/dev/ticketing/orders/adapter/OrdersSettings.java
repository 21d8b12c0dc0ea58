package dev.ticketing.orders.adapter;

import dev.ticketing.orders.application.HoldLimit;
import dev.ticketing.orders.application.ReservationWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator can set for this domain. */
@ApplicationScoped
public class OrdersSettings {

  @Produces
  @Singleton
  ReservationWindow window(
      @ConfigProperty(name = "RESERVATION_TIMEOUT", defaultValue = "15") String timeout) {
    return ReservationWindow.parse(timeout);
  }

  @Produces
  @Singleton
  HoldLimit holdLimit(@ConfigProperty(name = "MAX_HOLDS_PER_USER", defaultValue = "10") int most) {
    return new HoldLimit(most);
  }
}
