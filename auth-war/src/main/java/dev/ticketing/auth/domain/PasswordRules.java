package dev.ticketing.auth.domain;

/** Which passwords may be chosen. */
public final class PasswordRules {

  /** In characters as people count them. */
  public static final int MIN = 8;

  public static final int MAX = 20;

  private PasswordRules() {}

  public static boolean admit(String password) {
    int length = password.codePointCount(0, password.length());
    return length >= MIN && length <= MAX && !CommonPasswords.contains(password);
  }
}
