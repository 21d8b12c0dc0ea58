package dev.ticketing.platform.limits;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often one account, address or user may do something within a time.
 *
 * @param name tells the counters of this limit from those of others
 * @param most at least 1
 * @param window positive; the count begins anew when one ends
 */
public record Limit(String name, int most, Duration window) {

  private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,9})\\s*/\\s*(P\\S+)\\s*");

  public Limit {
    if (most < 1 || window.toMillis() < 1) {
      throw new IllegalArgumentException(name + " must allow something within some time");
    }
  }

  /**
   * @param text a number and a time in ISO 8601, such as {@code 10/PT15M}
   * @throws IllegalArgumentException naming the limit when the text is none
   */
  public static Limit parse(String name, String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      try {
        return new Limit(name, Integer.parseInt(form.group(1)), Duration.parse(form.group(2)));
      } catch (DateTimeException | ArithmeticException e) {
        // refused below, together with what has another form
      }
    }
    throw new IllegalArgumentException(
        name + " must be a number and a time, such as 10/PT15M, not '" + text + "'");
  }
}
