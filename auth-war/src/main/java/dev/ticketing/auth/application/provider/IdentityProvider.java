package dev.ticketing.auth.application.provider;

import java.net.URI;

/** A place where people are known, and which tells us who somebody is if he agrees. */
public interface IdentityProvider {

  /**
   * Where the browser has to go.
   *
   * @throws SignInFailure UNAVAILABLE
   */
  URI addressFor(Attempt attempt);

  /**
   * Turns the code into the person it stands for, whom the provider vouches for.
   *
   * @throws SignInFailure FAILED for anything but a genuine answer to this attempt; UNAVAILABLE
   */
  Person redeem(Callback callback, Attempt attempt);
}
