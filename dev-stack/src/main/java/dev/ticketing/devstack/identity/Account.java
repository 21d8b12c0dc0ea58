package dev.ticketing.devstack.identity;

/**
 * Somebody who has an account at the provider; what is null the provider does not tell.
 *
 * @param emailVerified what the provider says of the address; its graph says nothing
 */
public record Account(
    String subject,
    String email,
    Boolean emailVerified,
    String givenName,
    String familyName,
    String name) {

  /** Somebody with a verified address. */
  public static Account of(String subject, String email) {
    return new Account(subject, email, true, "Grace", "Hopper", "Grace Hopper");
  }

  /** The same person, whose address nobody has verified. */
  public Account unverified() {
    return new Account(subject, email, false, givenName, familyName, name);
  }
}
