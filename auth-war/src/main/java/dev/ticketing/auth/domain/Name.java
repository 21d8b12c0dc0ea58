package dev.ticketing.auth.domain;

/** A first or last name, without the space that people and forms leave around it. */
public final class Name {

  private Name() {}

  /** Without leading and trailing space of any kind, what cannot be seen included. */
  public static String normalised(String text) {
    if (text == null) {
      return null;
    }
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
