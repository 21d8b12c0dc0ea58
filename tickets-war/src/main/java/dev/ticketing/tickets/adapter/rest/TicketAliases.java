package dev.ticketing.tickets.adapter.rest;

import dev.ticketing.platform.rest.PathAliases;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** The paths by which other ticket APIs list and edit tickets. */
@Provider
@PreMatching
public class TicketAliases extends PathAliases {

  public TicketAliases() {
    super(
        Alias.of("POST", "create", ""),
        Alias.of("POST", "new", ""),
        Alias.of("PUT", "update/([^/]+)", "$1"));
  }
}
