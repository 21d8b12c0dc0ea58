package dev.ticketing.system.secrecy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for many secrets in large files at once: long ones that are one word are looked up word by
 * word, the few others are sought in every line.
 */
final class Search {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{16,}");
  private static final Pattern ONE_WORD = Pattern.compile("[A-Za-z0-9_-]{16,}");

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private long bytes;
  private int files;

  /**
   * @param secrets each with its kind
   */
  Search(Map<String, String> secrets) {
    secrets.forEach(
        (secret, kind) -> (ONE_WORD.matcher(secret).matches() ? words : texts).put(secret, kind));
  }

  /** Where which kind of secret stands; what it is is not told. */
  record Finding(Path file, long line, String kind) {}

  List<Finding> in(List<Path> all) throws IOException {
    List<Finding> found = new ArrayList<>();
    for (Path file : all) {
      found.addAll(in(file));
    }
    return found;
  }

  private List<Finding> in(Path file) throws IOException {
    List<Finding> found = new ArrayList<>();
    files++;
    bytes += Files.size(file);
    long number = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line; (line = reader.readLine()) != null; ) {
        number++;
        for (String kind : kindsIn(line)) {
          found.add(new Finding(file, number, kind));
        }
      }
    }
    return found;
  }

  private List<String> kindsIn(String line) {
    List<String> kinds = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      String kind = words.get(matcher.group());
      if (kind != null) {
        kinds.add(kind);
      }
    }
    texts.forEach(
        (text, kind) -> {
          if (line.contains(text)) {
            kinds.add(kind);
          }
        });
    return kinds;
  }

  /** What was looked for and where, in one line. */
  String extent() {
    return "%d secrets in %d files, %d kB"
        .formatted(words.size() + texts.size(), files, bytes / 1000);
  }
}
