package dev.ticketing.auth.application;

import dev.ticketing.platform.mail.Letter;
import dev.ticketing.platform.mail.Letters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A letter box in memory, which nobody empties. */
final class FakeLetters implements Letters {

  final List<Letter> posted = new ArrayList<>();
  private final Clock clock;
  private int count;

  FakeLetters(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String post(String kind, Map<String, String> facts) {
    String id = "letter " + ++count;
    posted.add(new Letter(id, kind, facts, clock.instant()));
    return id;
  }

  @Override
  public void withdraw(String id) {
    posted.removeIf(letter -> letter.id().equals(id));
  }

  /** The kinds of those that wait, oldest first. */
  List<String> kinds() {
    return posted.stream().map(Letter::kind).toList();
  }
}
