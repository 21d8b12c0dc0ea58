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

  private static final Set<String> TROUBLING_STRIPE =
      Set.of("paying again", "letting go", "paying by news");

  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);
  private static final Duration LONG_PATIENCE = Duration.ofSeconds(7);

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

  /** Whether this kind of journey is to be prepared right before its step, and not earlier. */
  static boolean isLate(String name) {
    return HURRIED.contains(name) || TROUBLING_STRIPE.contains(name);
  }

  /** Whether Stripe is to fail once in this kind of journey, and only there. */
  static boolean troublesStripeOnce(String name) {
    return TROUBLING_STRIPE.contains(name) && !name.equals("paying by news");
  }

  /** Whether the clock takes the step of this kind of journey, soon after it was prepared. */
  static boolean isHurried(String name) {
    return HURRIED.contains(name);
  }

  /** How long a step of this kind may take to get to a fail point, where nothing is in its way. */
  static Duration patienceFor(String name) {
    return HURRIED.contains(name) || TROUBLING_STRIPE.contains(name)
        ? LONG_PATIENCE
        : USUAL_PATIENCE;
  }
}
