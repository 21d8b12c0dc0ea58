package dev.ticketing.auth.application.provider;

import dev.ticketing.auth.application.UserView;
import dev.ticketing.auth.domain.Identity;
import java.util.Optional;

/** Finds users by who they are elsewhere; each look-up is one read by a key. */
public interface Identities {

  Optional<UserView> find(Identity identity);
}
