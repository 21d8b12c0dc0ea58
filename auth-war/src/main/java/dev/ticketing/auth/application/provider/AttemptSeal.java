package dev.ticketing.auth.application.provider;

import dev.ticketing.auth.domain.Provider;
import java.util.Optional;

/** Makes an attempt into text that only our servers can read or make, for the browser to keep. */
public interface AttemptSeal {

  String seal(Provider provider, Attempt attempt);

  /**
   * @return empty for anything that was not sealed here for that provider, or has been changed
   */
  Optional<Attempt> open(Provider provider, String sealed);
}
