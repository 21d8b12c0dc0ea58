package dev.ticketing.auth.application.provider;

import dev.ticketing.auth.domain.Name;
import java.util.stream.Stream;

/**
 * The names a provider gives, any of them perhaps null, and what is made of them: a first and a
 * last name such as our own sign-up would take.
 *
 * @param full for providers that do not tell the parts apart
 */
public record Names(String first, String last, String full) {

  private static final int LONGEST = 100;
  private static final String NONE = "-";

  /**
   * @param email names somebody who has no name at all
   */
  public String firstOr(String email) {
    String mailbox = email.substring(0, email.indexOf('@'));
    return firstOf(first, words()[0], mailbox);
  }

  /** A hyphen for people with one name. */
  public String lastOrNone() {
    String[] words = words();
    return firstOf(last, words.length > 1 ? words[1] : "", NONE);
  }

  private String[] words() {
    return clean(full).split("\\s+", 2);
  }

  private static String firstOf(String... candidates) {
    return Stream.of(candidates).map(Names::clean).filter(s -> !s.isEmpty()).findFirst().get();
  }

  private static String clean(String text) {
    String plain = text == null ? "" : Name.normalised(text.replaceAll("\\p{Cntrl}", " "));
    int length = plain.codePointCount(0, plain.length());
    return length <= LONGEST
        ? plain
        : Name.normalised(plain.substring(0, plain.offsetByCodePoints(0, LONGEST)));
  }
}
