package dev.ticketing.auth.application.provider;

import dev.ticketing.auth.domain.Email;
import dev.ticketing.auth.domain.Identity;

/**
 * What a provider tells of somebody who has just signed in there.
 *
 * @param email in its one spelling, null when there is none that we could use
 */
public record Person(Identity identity, String email, Proof proof, Names names) {

  /** What the provider says about whether the address is this person's. */
  public enum Proof {
    VERIFIED,
    NOT_VERIFIED,
    UNSAID
  }

  public Person {
    String address = Email.normalised(email);
    email = address != null && address.matches(Email.SYNTAX) ? address : null;
  }
}
