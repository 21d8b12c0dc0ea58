package dev.ticketing.auth.adapter.rest;

import dev.ticketing.platform.rest.PathAliases;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** The paths by which other ticket APIs sign out and ask for the current user. */
@Provider
@PreMatching
public class AuthAliases extends PathAliases {

  public AuthAliases() {
    super(Alias.of("POST", "logout", "signout"), Alias.of("GET", "current", "currentuser"));
  }
}
