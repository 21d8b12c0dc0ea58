package dev.ticketing.testing.architecture;

/** The parts of any domain, as patterns of package names. */
final class Packages {

  static final String DOMAIN = "dev.ticketing.*.domain..";
  static final String APPLICATION = "dev.ticketing.*.application..";
  static final String ADAPTER = "dev.ticketing.*.adapter..";
  static final String PERSISTENCE = "dev.ticketing.*.adapter.persistence..";

  private Packages() {}
}
