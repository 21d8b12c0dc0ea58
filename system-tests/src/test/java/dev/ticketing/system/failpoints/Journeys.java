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

  private static final Set<String> PAYING = Set.of("paying", "paying by key");

  private static final Set<String> TROUBLING_STRIPE =
      Set.of("paying again", "letting go", "paying by news");

  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(3);
  private static final Duration LONG_PATIENCE = Duration.ofSeconds(9);

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

  /** Whether journeys of both kinds can be made at once: troubles of Stripe meet all who pay. */
  static boolean areCompatible(String one, String other) {
    return !(TROUBLING_STRIPE.contains(one) && isAboutMoney(other)
        || TROUBLING_STRIPE.contains(other) && isAboutMoney(one));
  }

  private static boolean isAboutMoney(String name) {
    return PAYING.contains(name) || TROUBLING_STRIPE.contains(name);
  }

  /** How long a step of this kind may take to get to a fail point, where nothing is in its way. */
  static Duration patienceFor(String name) {
    return HURRIED.contains(name) || TROUBLING_STRIPE.contains(name)
        ? LONG_PATIENCE
        : USUAL_PATIENCE;
  }
}
