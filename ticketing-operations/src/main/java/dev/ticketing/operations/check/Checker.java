package dev.ticketing.operations.check;

import dev.ticketing.operations.source.Documents;
import dev.ticketing.operations.source.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Holds every rule against every document. Each place is read once, in batches; what breaks a rule
 * is looked at again until the settling time has passed, and reported only if it was wrong every
 * time: a marketplace that is in use always has something on its way.
 */
public final class Checker {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final Marketplace marketplace;
  private final List<Rule> rules;
  private final Duration settling;
  private final Clock clock;

  public Checker(Marketplace marketplace, List<Rule> rules, Duration settling, Clock clock) {
    this.marketplace = marketplace;
    this.rules = List.copyOf(rules);
    this.settling = settling;
    this.clock = clock;
  }

  /** Looks at everything; returns at once when nothing is wrong. */
  public Report check() {
    Instant begun = clock.instant();
    Map<Place, Long> seen = new EnumMap<>(Place.class);
    Suspects suspects = lookAtEverything(seen);
    Instant until = clock.instant().plus(settling);
    Duration pause = FIRST_PAUSE;
    while (!suspects.isEmpty() && clock.instant().isBefore(until)) {
      LockSupport.parkNanos(pause.toNanos());
      suspects = lookAgain(suspects);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
    return Report.of(begun, clock.instant(), seen, checked().toList(), unchecked(), suspects);
  }

  private Suspects lookAtEverything(Map<Place, Long> seen) {
    Suspects suspects = new Suspects();
    for (Place place : Place.values()) {
      List<Rule> about = checked().filter(rule -> rule.subjects() == place).toList();
      if (!about.isEmpty()) {
        seen.put(place, 0L);
        source(place)
            .scan(
                documents -> {
                  seen.merge(place, (long) documents.size(), Long::sum);
                  examine(documents, about, suspects);
                });
      }
    }
    return suspects;
  }

  private Suspects lookAgain(Suspects before) {
    Suspects suspects = new Suspects();
    for (Rule rule : before.rules()) {
      Source source = source(rule.subjects());
      List<Rule> only = List.of(rule);
      if (before.areAllKept(rule)) {
        examine(source.withIds(idsOf(before.findings(rule))), only, suspects);
      } else {
        source.scan(documents -> examine(documents, only, suspects));
      }
    }
    return suspects;
  }

  private void examine(List<Document> documents, List<Rule> about, Suspects suspects) {
    Batch batch = new Batch(marketplace, documents);
    for (Rule rule : about) {
      for (Document document : batch.documents()) {
        examine(document, rule, batch)
            .ifPresent(violation -> suspects.add(rule, Documents.idOf(document), violation));
      }
    }
  }

  /** A document without what every document of its kind has breaks the rule, not the checker. */
  private static Optional<Violation> examine(Document document, Rule rule, Batch batch) {
    try {
      return rule.examine(document, batch);
    } catch (NullPointerException | ClassCastException e) {
      return Violation.of("a whole document", e.getMessage());
    }
  }

  private static List<String> idsOf(List<Finding> findings) {
    return findings.stream().map(Finding::id).toList();
  }

  private Stream<Rule> checked() {
    return rules.stream().filter(rule -> rule.reads().stream().allMatch(marketplace::has));
  }

  private List<Rule> unchecked() {
    List<Rule> checked = checked().toList();
    return rules.stream().filter(rule -> !checked.contains(rule)).toList();
  }

  private Source source(Place place) {
    return marketplace.source(place).orElseThrow();
  }
}
