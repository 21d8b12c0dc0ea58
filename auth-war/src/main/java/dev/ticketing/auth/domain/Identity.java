package dev.ticketing.auth.domain;

/**
 * A person as a provider knows him. The subject is text however much it looks like a number: some
 * are longer than any number a computer keeps exactly.
 *
 * @param subject 1-255 characters, never given to anybody else by the same provider
 */
public record Identity(Provider provider, String subject) {

  private static final int LONGEST = 255;

  /**
   * @throws IllegalArgumentException when the subject is empty or too long
   */
  public Identity {
    if (subject == null || subject.isBlank() || subject.length() > LONGEST) {
      throw new IllegalArgumentException("A subject has 1-255 characters");
    }
  }
}
