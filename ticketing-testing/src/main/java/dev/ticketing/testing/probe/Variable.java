package dev.ticketing.testing.probe;

import java.util.Objects;

/**
 * A variable of the server under test, as tests see it: the server has it in its environment, the
 * tests that run beside it in their system properties.
 */
public final class Variable {

  private Variable() {}

  public static String get(String name) {
    return Objects.requireNonNullElseGet(System.getProperty(name), () -> System.getenv(name));
  }

  public static void set(String name, String value) {
    System.setProperty(name, value);
  }
}
