package dev.ticketing.devstack.identity;

import java.util.Set;

/** Who is at the keyboard, and what goes wrong, until something else is said. */
final class Behaviour {

  private volatile Account account;
  private volatile Set<Fault> faults = Set.of();

  Account account() {
    if (account == null) {
      throw new IllegalStateException("Nobody has signed in at the provider");
    }
    return account;
  }

  boolean has(Fault fault) {
    return faults.contains(fault);
  }

  void set(Account nowHere, Set<Fault> nowWrong) {
    account = nowHere;
    faults = nowWrong;
  }
}
