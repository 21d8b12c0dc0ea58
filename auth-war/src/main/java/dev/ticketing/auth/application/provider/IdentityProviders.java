package dev.ticketing.auth.application.provider;

import dev.ticketing.auth.domain.Provider;
import java.util.Optional;

/** The providers that whoever runs this site has an agreement with. */
public interface IdentityProviders {

  Optional<IdentityProvider> find(Provider provider);
}
