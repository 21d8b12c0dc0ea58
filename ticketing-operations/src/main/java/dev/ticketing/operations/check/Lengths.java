package dev.ticketing.operations.check;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h} and what {@link Duration} reads. */
public final class Lengths implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    try {
      if (plain.endsWith("MS")) {
        return Duration.ofMillis(Long.parseLong(plain.substring(0, plain.length() - 2)));
      }
      return Duration.parse(plain.startsWith("P") ? plain : "PT" + plain);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no time such as 500ms, 5s, 2m or 1h");
    }
  }
}
