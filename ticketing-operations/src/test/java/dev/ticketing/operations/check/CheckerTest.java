package dev.ticketing.operations.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.operations.check.Plantings.Planting;
import dev.ticketing.operations.check.rules.Rules;
import dev.ticketing.operations.source.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {

  private static final Bounds BOUNDS =
      new Bounds(
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30));
  private static final List<Rule> RULES =
      Rules.all(BOUNDS, Clock.fixed(CleanMarketplace.NOW, ZoneOffset.UTC));

  private static StoredMarketplace stored;

  @BeforeAll
  static void openStore(@TempDir Path directory) {
    stored = new StoredMarketplace(directory);
  }

  @AfterAll
  static void closeStore() {
    stored.close();
  }

  @BeforeEach
  void cleanUp() {
    stored.clean();
  }

  @Test
  void aCleanMarketplacePasses() {
    Report report = check(stored.sources(), Duration.ZERO);

    assertTrue(report.isClean(), ReportText.of(report));
    assertEquals(5, report.looked().get("locks"));
    assertEquals(List.of(), report.unchecked());
  }

  @ParameterizedTest
  @MethodSource("plantings")
  void aPlantedViolationIsFoundAndNamed(Planting planting) {
    planting.plant().accept(stored);

    Report report = check(stored.sources(), Duration.ZERO);

    assertTrue(
        report.findings().stream()
            .anyMatch(f -> f.rule().equals(planting.rule()) && f.id().equals(planting.id())),
        ReportText.of(report));
  }

  @ParameterizedTest
  @MethodSource("plantings")
  void whatIsInOrderWhenLookedAtAgainIsNotReported(Planting planting) {
    planting.plant().accept(stored);
    Map<Place, Source> sources = stored.sources();
    sources.replaceAll((place, source) -> place == lastOf(sources) ? cleanAfter(source) : source);

    Report report = check(sources, Duration.ofSeconds(30));

    assertTrue(report.isClean(), ReportText.of(report));
  }

  @Test
  void whatIsStillWrongWhenTheSettlingTimeHasPassedIsReported() {
    stored.change(Place.LISTINGS, CleanMarketplace.FREE, "price", 1L);

    Report report = check(stored.sources(), Duration.ofMillis(400));

    assertEquals(Map.of("Lock shows its listing", 1L), report.violations());
    assertTrue(report.took().toMillis() >= 400, report.took().toString());
  }

  @Test
  void everyRuleHasAPlantedViolation() {
    Set<String> planted = plantings().map(Planting::rule).collect(Collectors.toSet());

    assertEquals(RULES.stream().map(Rule::statement).collect(Collectors.toSet()), planted);
  }

  @Test
  void withoutStripeTheRulesThatNeedItAreNamedAsNotChecked() {
    Map<Place, Source> sources = stored.sources();
    sources.remove(Place.INTENTS);

    Report report = check(sources, Duration.ZERO);

    assertTrue(report.isClean(), ReportText.of(report));
    assertEquals(
        List.of(
            "Payment is known at Stripe",
            "Money at Stripe has its payment",
            "Payment says what Stripe says",
            "Stripe keeps the orders price"),
        report.unchecked());
  }

  static Stream<Planting> plantings() {
    return Plantings.all();
  }

  private static Report check(Map<Place, Source> sources, Duration settling) {
    return new Checker(new Marketplace(sources), RULES, settling, Clock.systemUTC()).check();
  }

  private static Place lastOf(Map<Place, Source> sources) {
    return sources.keySet().stream().reduce((first, second) -> second).orElseThrow();
  }

  /** Everything is in order once this source has been read for the first time. */
  private static Source cleanAfter(Source source) {
    return new Source() {
      @Override
      public void scan(Consumer<List<Document>> reader) {
        source.scan(reader);
        stored.clean();
      }

      @Override
      public List<Document> withIds(Collection<String> ids) {
        return source.withIds(ids);
      }
    };
  }
}
