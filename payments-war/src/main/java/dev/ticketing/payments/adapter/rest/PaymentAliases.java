package dev.ticketing.payments.adapter.rest;

import dev.ticketing.platform.rest.PathAliases;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** The paths by which other ticket APIs charge a card. */
@Provider
@PreMatching
public class PaymentAliases extends PathAliases {

  public PaymentAliases() {
    super(Alias.of("POST", "", "charge"), Alias.of("POST", "new", "charge"));
  }
}
