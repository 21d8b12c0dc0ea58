package dev.ticketing.orders.adapter.rest;

import dev.ticketing.platform.rest.PathAliases;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** The path by which another ticket API places orders. */
@Provider
@PreMatching
public class OrderAliases extends PathAliases {

  public OrderAliases() {
    super(Alias.of("POST", "new", ""));
  }
}
