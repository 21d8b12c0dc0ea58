package dev.ticketing.system.failpoints;

import dev.ticketing.system.running.Machinery;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The journeys by the names that the table of fail points uses. */
final class Journeys {

  private static final Map<String, Function<Cast, Journey>> ALL =
      Map.ofEntries(
          Map.entry("listing", Listing::new),
          Map.entry("editing", Editing::new),
          Map.entry("withdrawing", Withdrawing::new),
          Map.entry("ordering", Ordering::new),
          Map.entry("ordering by key", OrderingByKey::new),
          Map.entry("taking over", TakingOver::new),
          Map.entry("cancelling", Cancelling::new),
          Map.entry("paying", Paying::new),
          Map.entry("paying by key", PayingByKey::new),
          Map.entry("paying by news", PayingByNews::new),
          Map.entry("paying again", PayingAgain::new),
          Map.entry("letting go", LettingGo::new),
          Map.entry("expiring", Expiring::new),
          Map.entry("signing up", SigningUp::new),
          Map.entry("signing out", SigningOut::new),
          Map.entry("burying", Burying::new));

  private static final Set<String> HURRIED = Set.of("expiring", "taking over");

  private Journeys() {}

  /** A new journey of this kind. */
  static Journey named(String name, Cast cast) {
    return Optional.ofNullable(ALL.get(name))
        .orElseThrow(() -> new IllegalArgumentException("No journey " + name))
        .apply(cast);
  }

  /** How long orders may wait in a server over which this kind of journey leads. */
  static Duration windowFor(String name) {
    return HURRIED.contains(name) ? Machinery.SHORT_WINDOW : Machinery.LONG_WINDOW;
  }
}
