package dev.ticketing.auth.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that whoever guesses tries first; nobody may choose them. */
public final class CommonPasswords {

  private static final String LIST = "common-passwords.txt";
  private static final String COMMENT = "#";
  private static final Set<String> ALL = read();

  private CommonPasswords() {}

  /** Whether it is one of them, in small or capital letters. */
  public static boolean contains(String password) {
    return ALL.contains(folded(password));
  }

  private static String folded(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static Set<String> read() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith(COMMENT))
          .map(CommonPasswords::folded)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(LIST + " cannot be read", e);
    }
  }
}
